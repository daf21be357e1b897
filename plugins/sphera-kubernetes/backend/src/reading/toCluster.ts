import type { ClusterView } from '@sphera/plugin-kubernetes-common';
import type { ClusterSight } from '../fleet/FleetMemory';
import { toMoment } from './place';

/** A cluster and how well it is seen, as answers have it. */
export function toCluster(
  { cluster, state, observedAt, problem }: ClusterSight,
  deployments: number,
): ClusterView {
  return {
    cluster: cluster.name,
    environment: cluster.environment,
    region: cluster.region,
    state,
    observedAt: observedAt === undefined ? undefined : toMoment(observedAt),
    problem,
    deployments,
  };
}
