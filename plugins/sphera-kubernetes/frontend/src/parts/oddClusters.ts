import type { Drift } from '@sphera/plugin-kubernetes-common';

/**
 * The clusters that have something else than most; where no value is more common
 * than every other, all of them.
 */
export function oddClusters(clusters: Drift['clusters']): string[] {
  const counts = new Map<string, number>();
  for (const { value } of clusters) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const usual = [...counts].filter(([, count]) => count === most);
  const norm = usual.length === 1 ? usual[0][0] : undefined;
  return clusters
    .filter(({ value }) => value !== norm)
    .map(({ cluster }) => cluster);
}
