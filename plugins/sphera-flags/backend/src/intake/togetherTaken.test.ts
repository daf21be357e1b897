import { TogetherTaken } from './TogetherTaken';

/** Takes lots that end when the test says so. */
function startTaking(most = 4) {
  const lots: number[][] = [];
  const ends: Array<(error?: Error) => void> = [];
  const together = new TogetherTaken<number>(
    items =>
      new Promise((resolve, reject) => {
        lots.push(items);
        ends.push(error => (error ? reject(error) : resolve()));
      }),
    most,
  );
  return { together, lots, ends };
}
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('what comes from many sides at once', () => {
  it('is taken in one lot', async () => {
    const { together, lots, ends } = startTaking();
    const both = Promise.all([together.take([1, 2]), together.take([3])]);
    await settled();
    expect(lots).toEqual([[1, 2, 3]]);
    ends[0]();
    await both;
  });

  it('gathers while a lot is being taken, up to what one may have', async () => {
    const { together, lots, ends } = startTaking(3);
    const all = [together.take([1])];
    await settled();
    all.push(together.take([2, 3]), together.take([4, 5]), together.take([6]));
    ends[0]();
    await settled();
    expect(lots).toEqual([[1], [2, 3]]);
    ends[1]();
    await settled();
    expect(lots).toEqual([[1], [2, 3], [4, 5, 6]]);
    ends[2]();
    await Promise.all(all);
  });

  it('is not torn where one batch alone has more than a lot', async () => {
    const { together, lots, ends } = startTaking(2);
    const taken = together.take([1, 2, 3]);
    await settled();
    expect(lots).toEqual([[1, 2, 3]]);
    ends[0]();
    await taken;
  });

  it('fails for all that were in the lot, and the next is taken', async () => {
    const { together, lots, ends } = startTaking();
    const first = [together.take([1]), together.take([2])];
    await settled();
    const next = together.take([3]);
    ends[0](new Error('The database is away'));
    for (const one of await Promise.allSettled(first)) {
      expect(one).toMatchObject({
        reason: { message: 'The database is away' },
      });
    }
    await settled();
    expect(lots).toEqual([[1, 2], [3]]);
    ends[1]();
    await next;
  });

  it('takes nothing where there is nothing', async () => {
    const { together, lots } = startTaking();
    await together.take([]);
    expect(lots).toEqual([]);
  });
});
