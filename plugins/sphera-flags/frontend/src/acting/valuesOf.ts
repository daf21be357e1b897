import type { Cell } from '@sphera/plugin-flags-common';
import type { Value } from '../parts/FlagValue';

/** What is wanted of a flag where it is wanted, each value once with its clusters. */
export function valuesOf(
  cells: readonly Cell[],
): { value: Value; clusters: string[] }[] {
  const values = new Map<string, { value: Value; clusters: string[] }>();
  for (const { cluster, wanted } of cells) {
    if (!wanted?.definition) continue;
    const { value } = wanted;
    const known = values.get(value.text) ?? { value, clusters: [] };
    values.set(value.text, { value, clusters: [...known.clusters, cluster] });
  }
  return [...values.values()];
}
