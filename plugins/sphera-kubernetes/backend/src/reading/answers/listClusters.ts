import type { ClusterView } from '@sphera/plugin-kubernetes-common';
import type { ReadingParts } from '../ReadingParts';
import { toCluster } from '../toCluster';

/** How well each cluster is seen, in the order of the fleet. */
export function listClusters({
  memory,
}: Pick<ReadingParts, 'memory'>): ClusterView[] {
  const deployments = new Map<string, number>();
  for (const { sight } of memory.deployments()) {
    const { name } = sight.cluster;
    deployments.set(name, (deployments.get(name) ?? 0) + 1);
  }
  return memory
    .clusters()
    .map(sight => toCluster(sight, deployments.get(sight.cluster.name) ?? 0));
}
