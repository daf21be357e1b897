import type { ClusterView, Deployment } from '@sphera/plugin-kubernetes-common';

/** What runs in the clusters, from the memory of sphera-kubernetes. */
export interface Clusters {
  /** All deployments of a service in an environment, in every cluster. */
  deploymentsOf(service: string, environment: string): Promise<Deployment[]>;
  /** How well the portal sees each cluster of the fleet. */
  sights(): Promise<ClusterView[]>;
  /** Hears that something changed in what runs of a service (of any, where it is not said). Returns how to stop. */
  onChange(listener: (service: string | undefined) => void): () => void;
}
