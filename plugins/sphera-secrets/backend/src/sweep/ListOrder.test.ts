import type { SecretRecord } from '../records/SecretRecord';
import { ListOrder } from './ListOrder';

const known = (...names: string[]) =>
  new Map(names.map(fullName => [fullName, { fullName } as SecretRecord]));

/** Goes through a list: what was found of each, and what is gone. */
function goThrough(
  order: ListOrder,
  records: Map<string, SecretRecord>,
  list: string[],
) {
  const listed = order.begin(records);
  const found = list.map(name => listed.find(name)?.fullName);
  return { found, gone: listed.end() };
}

describe('the order of a list', () => {
  it.each([
    ['the same again', ['a', 'b', 'c', 'd']],
    ['one gone from the middle', ['a', 'c', 'd']],
    ['one gone from the beginning', ['b', 'c', 'd']],
    ['one gone from the end', ['a', 'b', 'c']],
    ['two gone beside each other', ['a', 'd']],
    ['another order', ['d', 'b', 'a', 'c']],
    ['one twice', ['a', 'b', 'b', 'c', 'd']],
    ['one twice in place of another', ['a', 'b', 'b', 'd']],
    ['none at all', []],
  ])('finds what is known and what is gone: %s', (_, list) => {
    const order = new ListOrder();
    const all = ['a', 'b', 'c', 'd'];
    goThrough(order, known(...all), all);
    for (const round of ['first', 'second']) {
      const { found, gone } = goThrough(order, known(...all), list);
      expect([round, found]).toEqual([round, list]);
      expect(gone).toEqual(all.filter(name => !list.includes(name)));
    }
  });

  it('finds nothing of what is new, and it next time', () => {
    const order = new ListOrder();
    goThrough(order, known('a', 'b'), ['a', 'b']);
    const first = goThrough(order, known('a', 'b'), ['a', 'x', 'b']);
    expect(first).toEqual({ found: ['a', undefined, 'b'], gone: [] });
    const next = goThrough(order, known('a', 'b', 'x'), ['a', 'x', 'b']);
    expect(next).toEqual({ found: ['a', 'x', 'b'], gone: [] });
  });

  it('misses what another replica has added meanwhile', () => {
    const order = new ListOrder();
    goThrough(order, known('a', 'b'), ['a', 'b']);
    const { gone } = goThrough(order, known('a', 'b', 'c'), ['a', 'b']);
    expect(gone).toEqual(['c']);
  });

  it('counts what is listed and forgotten meanwhile as new', () => {
    const order = new ListOrder();
    goThrough(order, known('a', 'b'), ['a', 'b']);
    const { found, gone } = goThrough(order, known('a'), ['a', 'b']);
    expect(found).toEqual(['a', undefined]);
    expect(gone).toEqual([]);
  });
});
