import { PORTION_BYTES, portionsOf, REQUEST_BYTES } from './portionsOf';

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

  it('are larger where the records go to several partitions, though no partition gets more at once', () => {
    const records = Array.from({ length: 300 }, (_, index) => ({
      key: `cluster-${index % 30}/flag`,
      value: `${index}`.padEnd(30_000, 'x'),
    }));
    const partitionOf = (key: string) => Number(/\d+/.exec(key)) % 20;
    const portions = portionsOf(records, partitionOf);
    expect(portions.flat()).toEqual(records);
    expect(portions).toHaveLength(3);
    for (const portion of portions) {
      const sizes = new Map<number, number>();
      for (const { key, value } of portion) {
        const partition = partitionOf(key);
        sizes.set(partition, (sizes.get(partition) ?? 0) + value.length);
      }
      expect(Math.max(...sizes.values())).toBeLessThanOrEqual(PORTION_BYTES);
      const total = [...sizes.values()].reduce((sum, size) => sum + size);
      expect(total).toBeLessThanOrEqual(REQUEST_BYTES);
    }
  });

  it('have a record that is too large by itself alone, also where its neighbours go elsewhere', () => {
    const [before, large, after] = ['a', 'b', 'c'].map((key, index) => ({
      key,
      value: 'x'.repeat(index === 1 ? PORTION_BYTES + 1 : 1),
    }));
    expect(
      portionsOf([before, large, after], key => key.charCodeAt(0)),
    ).toEqual([[before], [large], [after]]);
  });
});
