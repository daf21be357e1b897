import { PORTION_BYTES, portionsOf } from './portionsOf';

const sized = (value: string) => ({ key: 'production-eu/flag', value });

describe('portions of records', () => {
  it('are one where all of them are small', () => {
    const records = ['a', 'b', 'c'].map(sized);
    expect(portionsOf(records)).toEqual([records]);
    expect(portionsOf([])).toEqual([]);
  });

  it('hold what Kafka takes at once, counted in bytes, in order', () => {
    const records = Array.from({ length: 40 }, (_, index) =>
      sized(`${index}`.padEnd(30_000, 'é')),
    );
    const portions = portionsOf(records);
    expect(portions.flat()).toEqual(records);
    for (const portion of portions) {
      const bytes = portion.reduce(
        (sum, { key, value }) => sum + Buffer.byteLength(key + value),
        0,
      );
      expect(bytes).toBeLessThanOrEqual(PORTION_BYTES);
    }
  });

  it('count headers, too', () => {
    const headers = { signature: 'x'.repeat(300_000) };
    const records = ['a', 'b'].map(value => ({ ...sized(value), headers }));
    expect(portionsOf(records)).toHaveLength(2);
  });

  it('have a record that is too large by itself alone, and lose none around it', () => {
    const [before, large, after] = [
      sized('before'),
      sized('x'.repeat(PORTION_BYTES + 1)),
      sized('after'),
    ];
    expect(portionsOf([before, large, after])).toEqual([
      [before],
      [large],
      [after],
    ]);
  });
});
