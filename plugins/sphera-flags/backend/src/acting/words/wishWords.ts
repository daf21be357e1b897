import { summaryOf } from '@sphera/plugin-flags-common';
import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import { counted, listed } from '@sphera/plugin-operations-node';
import type { NewWish } from '../../storage/FlagStore';

/** So many different values are told one by one. */
const MOST = 3;

/** Clusters as people read them: `production-eu`, `3 clusters of Production`, `5 clusters`. */
export function placeWords(fleet: Fleet, clusters: readonly string[]): string {
  if (clusters.length === 1) return clusters[0];
  const named = new Set(clusters);
  const environments = new Set(
    fleet.clusters
      .filter(({ name }) => named.has(name))
      .map(({ environment }) => environment),
  );
  const [only] = environments;
  const where =
    environments.size === 1 ? ` of ${titleOf(fleet.environments, only)}` : '';
  return `${counted(clusters.length, 'cluster')}${where}`;
}

/** What wishes come to: `25 % on in 3 clusters of Production`. */
export function wishWords(fleet: Fleet, wishes: readonly NewWish[]): string {
  const groups = new Map<string, string[]>();
  for (const { cluster, definition } of wishes) {
    const value = definition ? summaryOf(definition).text : 'removed';
    const group = groups.get(value);
    if (group) group.push(cluster);
    else groups.set(value, [cluster]);
  }
  const parts = [...groups].map(
    ([value, clusters]) => `${value} in ${placeWords(fleet, clusters)}`,
  );
  const more = parts.length - MOST;
  if (more <= 0) return listed(parts);
  return listed([...parts.slice(0, MOST), `something else in ${more} more`]);
}
