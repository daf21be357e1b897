import type { ClusterView, Deployment } from '@sphera/plugin-kubernetes-common';
import type { Clusters } from '../adapters/clusters/Clusters';

/** What is known of the clusters just now; `undefined`: it cannot be told. */
export interface FleetSight {
  deployments?: Deployment[];
  clusters?: ClusterView[];
}

/** Looks at what runs of a service. A rollback can be planned without. */
export async function lookAtFleet(
  clusters: Clusters,
  service: string,
  environment: string,
): Promise<FleetSight> {
  const [deployments, sights] = await Promise.all([
    clusters.deploymentsOf(service, environment).catch(() => undefined),
    clusters.sights().catch(() => undefined),
  ]);
  return { deployments, clusters: sights };
}
