import { NotFoundError } from '@backstage/errors';
import type { Cluster } from '@sphera/plugin-fleet-common';
import type { Clock, ServiceEntry } from '@sphera/plugin-operations-node';
import { ChangeBatches } from './ChangeBatches';
import type { ClusterFeed } from './ClusterFeed';
import type {
  ClusterSight,
  FleetChange,
  FleetMemory,
  OwnedDeployment,
} from './FleetMemory';
import type { DeploymentRecord } from './records';
import { SeenCluster } from './SeenCluster';
import { ServiceMatcher } from './ServiceMatcher';

type Owned = Pick<OwnedDeployment, 'sight' | 'deployment'>;

/** What the catalog says of services, as far as it decides whose a deployment is. */
export type NamedService = Pick<
  ServiceEntry,
  'ref' | 'name' | 'system' | 'annotations'
>;

/** The fleet in memory: filled through a feed per cluster, asked through {@link FleetMemory}. */
export class WatchedFleet implements FleetMemory {
  private readonly seen: Map<string, SeenCluster>;
  private readonly changes: ChangeBatches;
  private matcher = new ServiceMatcher([]);

  constructor(
    clusters: Cluster[],
    deps: { clock: Clock; failed: (error: unknown) => void },
  ) {
    const { clock } = deps;
    const changes = new ChangeBatches(clock, deps.failed);
    this.changes = changes;
    const matcher = () => this.matcher;
    this.seen = new Map(
      clusters.map(cluster => [
        cluster.name,
        new SeenCluster(cluster, { clock, changes, matcher }),
      ]),
    );
  }

  /** Where what is seen of a cluster is told. */
  feed(cluster: string): ClusterFeed {
    const seen = this.seen.get(cluster);
    if (!seen) throw new NotFoundError(`There is no cluster "${cluster}"`);
    return seen;
  }

  /** Takes note of what the catalog has now; finds anew whose each deployment is. */
  setServices(services: NamedService[]): void {
    this.matcher = new ServiceMatcher(services);
    for (const cluster of this.seen.values()) cluster.assignAll();
  }

  /** Drops events that have become too old. */
  tidy(): void {
    for (const { memory } of this.seen.values()) memory.events.tidy();
  }

  clusters(): ClusterSight[] {
    return [...this.seen.values()].map(({ sight }) => sight);
  }

  deployments(service?: string): OwnedDeployment[] {
    return [...this.seen.values()].flatMap(cluster => {
      const found =
        service === undefined
          ? cluster.ownedDeployments()
          : cluster.deploymentsOf(service);
      const { sight } = cluster;
      return found.map(deployment => ({
        service: service ?? cluster.serviceOf(deployment)!,
        sight,
        deployment,
      }));
    });
  }

  deployment(cluster: string, namespace: string, name: string) {
    const seen = this.seen.get(cluster);
    const found = seen?.memory.deployments.findOne(
      'name',
      `${namespace}/${name}`,
    );
    return seen && found && owned(seen, found);
  }

  replicaSetsOf({ sight, deployment }: Owned) {
    return this.memoryOf(sight).replicaSetsOf(deployment);
  }

  podsOf({ sight, deployment }: Owned) {
    return this.memoryOf(sight).podsOf(deployment);
  }

  autoscalersOf({ sight, deployment }: Owned) {
    return this.memoryOf(sight).autoscalersOf(deployment);
  }

  budgetsOf({ sight, deployment }: Owned) {
    return this.memoryOf(sight).budgetsOf(deployment);
  }

  eventsOf({ sight, deployment }: Owned) {
    return this.memoryOf(sight).eventsOf(deployment);
  }

  autoscaler(cluster: string, namespace: string, name: string) {
    const seen = this.seen.get(cluster);
    const autoscaler = seen?.memory.autoscalers.findOne(
      'name',
      `${namespace}/${name}`,
    );
    const deployment =
      autoscaler && seen!.memory.deploymentOfAutoscaler(autoscaler);
    return seen && deployment && { ...owned(seen, deployment), autoscaler };
  }

  pod(cluster: string, namespace: string, name: string) {
    const seen = this.seen.get(cluster);
    const pod = seen?.memory.pods.findOne('name', `${namespace}/${name}`);
    const deployment = pod && seen!.memory.deploymentOfPod(pod);
    return seen && deployment && { ...owned(seen, deployment), pod };
  }

  revisionOf(service: string) {
    return this.changes.revisionOf(service);
  }

  onChange(listener: (change: FleetChange) => void) {
    return this.changes.listen(listener);
  }

  private memoryOf({ cluster }: ClusterSight) {
    return this.seen.get(cluster.name)!.memory;
  }
}

function owned(cluster: SeenCluster, deployment: DeploymentRecord) {
  const service = cluster.serviceOf(deployment);
  return { service, sight: cluster.sight, deployment };
}
