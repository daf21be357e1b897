import type { Cluster } from '@sphera/plugin-fleet-common';
import type {
  AutoscalerRecord,
  DeploymentRecord,
  DisruptionBudgetRecord,
  EventRecord,
  PodRecord,
  ReplicaSetRecord,
} from './records';

/** How well one cluster is seen. */
export interface ClusterSight {
  cluster: Cluster;
  state: 'live' | 'connecting' | 'lost';
  /** When it was last heard from, milliseconds since 1970; absent: never. */
  observedAt?: number;
  /** Why it is not live and what to do, for people. */
  problem?: string;
}

/** A deployment of a service, with the cluster it was seen in. */
export interface OwnedDeployment {
  /** Entity ref. */
  service: string;
  sight: ClusterSight;
  deployment: DeploymentRecord;
}

/** What changed in one look: the services concerned, by entity ref. */
export interface FleetChange {
  cluster: string;
  services: ReadonlySet<string>;
  /** Services of which only the load that their autoscalers measure is another one. */
  loads: ReadonlySet<string>;
  /** Whether the cluster came or went (its `ClusterSight` changed). */
  sight: boolean;
}

/**
 * The fleet as it was last seen, in memory: every question is answered from
 * indexes, without asking a cluster. Records are never changed in place.
 */
export interface FleetMemory {
  /** In the order of the configuration. */
  clusters(): ClusterSight[];
  /** All deployments that belong to a service of the catalog; of one service where given. Ordered by cluster of the fleet, namespace, name. */
  deployments(service?: string): OwnedDeployment[];
  /** One deployment, whether or not it belongs to a service (then `service` is absent). */
  deployment(
    cluster: string,
    namespace: string,
    name: string,
  ): (Omit<OwnedDeployment, 'service'> & { service?: string }) | undefined;
  /** Its ReplicaSets, the newest revision first. */
  replicaSetsOf(
    owned: Pick<OwnedDeployment, 'sight' | 'deployment'>,
  ): ReplicaSetRecord[];
  /** Its pods: those of its ReplicaSets, oldest first. */
  podsOf(owned: Pick<OwnedDeployment, 'sight' | 'deployment'>): PodRecord[];
  /** The autoscalers that scale it. */
  autoscalersOf(
    owned: Pick<OwnedDeployment, 'sight' | 'deployment'>,
  ): AutoscalerRecord[];
  /** One autoscaler with the deployment it scales. */
  autoscaler(
    cluster: string,
    namespace: string,
    name: string,
  ):
    | (Omit<OwnedDeployment, 'service'> & {
        service?: string;
        autoscaler: AutoscalerRecord;
      })
    | undefined;
  /** The disruption budgets that cover its pods. */
  budgetsOf(
    owned: Pick<OwnedDeployment, 'sight' | 'deployment'>,
  ): DisruptionBudgetRecord[];
  /** The last 50 events about it, its ReplicaSets, pods and autoscalers, the newest first. */
  eventsOf(owned: Pick<OwnedDeployment, 'sight' | 'deployment'>): EventRecord[];
  /** One pod with its deployment. */
  pod(
    cluster: string,
    namespace: string,
    name: string,
  ):
    | (Omit<OwnedDeployment, 'service'> & { service?: string; pod: PodRecord })
    | undefined;
  /** Goes up with each change of a service, at once: what was worked out at the same revision is still true. */
  revisionOf(service: string): number;
  /** Told after each batch of changes (at most every quarter second); returns how to stop. */
  onChange(listener: (change: FleetChange) => void): () => void;
}
