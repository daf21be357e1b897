import type { Cell } from '@sphera/plugin-flags-common';
import { NOT_THERE, type Value } from '../parts/FlagValue';

/** Clusters of which the same is wanted, the most frequent first. */
export function wantedValues(
  cells: readonly Cell[],
): Array<{ value: Value; clusters: string[] }> {
  const sums = new Map<string, { value: Value; clusters: string[] }>();
  for (const { cluster, wanted } of cells) {
    const value = wanted?.value ?? NOT_THERE;
    const sum = sums.get(value.text) ?? { value, clusters: [] };
    sum.clusters.push(cluster);
    sums.set(value.text, sum);
  }
  return [...sums.values()].sort(
    (a, b) => b.clusters.length - a.clusters.length,
  );
}
