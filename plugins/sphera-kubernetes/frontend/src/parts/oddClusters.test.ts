import { oddClusters } from './oddClusters';

const having = (values: Record<string, string>) =>
  Object.entries(values).map(([cluster, value]) => ({ cluster, value }));

it('finds the cluster that has something else than most', () => {
  expect(oddClusters(having({ a: '1', b: '2', c: '1' }))).toEqual(['b']);
});

it('takes no side where there is no majority', () => {
  expect(oddClusters(having({ a: '1', b: '2' }))).toEqual(['a', 'b']);
});

it('finds none where all have the same', () => {
  expect(oddClusters(having({ a: '1', b: '1' }))).toEqual([]);
  expect(oddClusters([])).toEqual([]);
});
