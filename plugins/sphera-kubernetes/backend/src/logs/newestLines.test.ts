import { newestLines } from './newestLines';

async function* written(...lines: string[]) {
  yield* lines;
}

describe('of a log in one answer', () => {
  it('are all lines kept that fit', async () => {
    expect(await newestLines(written('one', 'two'), 6)).toEqual({
      newest: ['one', 'two'],
      leftOut: 0,
    });
    expect(await newestLines(written(), 6)).toEqual({ newest: [], leftOut: 0 });
  });

  it('are the newest kept where not all fit, by their size and not their letters', async () => {
    expect(await newestLines(written('one', 'two', 'six'), 7)).toEqual({
      newest: ['two', 'six'],
      leftOut: 1,
    });
    expect(await newestLines(written('äöü', 'ß'), 7)).toEqual({
      newest: ['ß'],
      leftOut: 1,
    });
  });
});
