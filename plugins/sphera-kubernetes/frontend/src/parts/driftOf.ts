import type { Drift } from '@sphera/plugin-kubernetes-common';
import type { DeploymentName } from './links';
import { oddClusters } from './oddClusters';

/** What has to be known of a difference to tell whom it concerns. */
type DriftPlace = Pick<
  Drift,
  'kind' | 'environment' | 'namespace' | 'name' | 'cluster' | 'clusters'
>;

/**
 * Of a service's drift what concerns one deployment in one cluster. Where clusters
 * differ, that is those that stand out; who is as most are has nothing to mend.
 */
export function driftOf<T extends DriftPlace>(
  deployment: DeploymentName & { environment: string },
  drift: readonly T[],
): T[] {
  const { environment, cluster, namespace, name } = deployment;
  return drift.filter(
    one =>
      one.environment === environment &&
      one.namespace === namespace &&
      one.name === name &&
      clustersOf(one).includes(cluster),
  );
}

function clustersOf({ kind, cluster, clusters }: DriftPlace): string[] {
  if (cluster) return [cluster];
  // Who lags behind does so together; else it is those that differ from most.
  return kind === 'behind'
    ? clusters.map(one => one.cluster)
    : oddClusters(clusters);
}
