import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '@sphera/plugin-fleet-common';
import type { ChangeBatches } from './ChangeBatches';
import type { Clock } from '@sphera/plugin-operations-node';
import type { ClusterFeed } from './ClusterFeed';
import { ClusterMemory } from './ClusterMemory';
import type { ClusterSight } from './FleetMemory';
import type {
  AutoscalerRecord,
  DeploymentRecord,
  RecordsByKind,
  WatchedKind,
} from './records';
import type { ServiceMatcher } from './ServiceMatcher';

/** One cluster: its records, whose each deployment is, and how well it is seen. */
export class SeenCluster implements ClusterFeed {
  readonly memory: ClusterMemory;
  sight: ClusterSight;

  private readonly serviceByUid = new Map<string, string>();
  private readonly uidsByService = new Map<string, Set<string>>();
  private sorted?: DeploymentRecord[];

  constructor(
    private readonly cluster: Cluster,
    private readonly deps: {
      clock: Clock;
      changes: ChangeBatches;
      matcher: () => ServiceMatcher;
    },
  ) {
    this.memory = new ClusterMemory(deps.clock.now);
    this.sight = { cluster, state: 'connecting' };
  }

  serviceOf({ uid }: DeploymentRecord): string | undefined {
    return this.serviceByUid.get(uid);
  }

  /** Those of a service, by namespace and name. */
  deploymentsOf(service: string): DeploymentRecord[] {
    const uids = this.uidsByService.get(service);
    if (!uids) return [];
    return [...uids]
      .map(uid => this.memory.deployments.get(uid)!)
      .sort(byPlace);
  }

  /** Those of all services, by namespace and name. */
  ownedDeployments(): DeploymentRecord[] {
    this.sorted ??= [...this.memory.deployments.all()]
      .filter(({ uid }) => this.serviceByUid.has(uid))
      .sort(byPlace);
    return this.sorted;
  }

  put<K extends WatchedKind>(kind: K, record: RecordsByKind[K]): void {
    const before = this.beforeOf(kind, record.uid);
    this.memory.put(kind, record);
    if (kind === 'deployments') this.assign(record as DeploymentRecord);
    // Every autoscaler measures every 15 seconds: in a large fleet something always does.
    const onlyLoad =
      before &&
      kind === 'autoscalers' &&
      differInLoadAlone(before as AutoscalerRecord, record as AutoscalerRecord);
    const tell = onlyLoad ? 'loads' : 'services';
    this.deps.changes[tell](this.cluster.name, [
      ...(before ? this.servicesConcerned(kind, before) : []),
      ...this.servicesConcerned(kind, record),
    ]);
  }

  remove(kind: WatchedKind, uid: string): void {
    const record = this.memory.remove(kind, uid);
    if (!record) return;
    this.deps.changes.services(
      this.cluster.name,
      this.servicesConcerned(kind, record),
    );
    if (kind === 'deployments') this.unassign(uid);
  }

  replace<K extends WatchedKind>(kind: K, records: RecordsByKind[K][]): void {
    this.memory.replace(kind, records);
    if (kind === 'deployments') this.assignAll();
    else this.deps.changes.services(this.cluster.name, this.services());
  }

  seen(seen: Omit<ClusterSight, 'cluster'>): void {
    const before = this.sight;
    this.sight = { cluster: this.cluster, ...seen };
    if (before.state !== seen.state || before.problem !== seen.problem) {
      this.deps.changes.sight(this.cluster.name);
    }
  }

  /** Finds anew whose each deployment is; tells of the services that gained or lost one. */
  assignAll(): void {
    const { changes } = this.deps;
    changes.services(this.cluster.name, this.services());
    this.serviceByUid.clear();
    this.uidsByService.clear();
    for (const deployment of this.memory.deployments.all()) {
      this.assign(deployment);
    }
    changes.services(this.cluster.name, this.services());
  }

  /** As it was, where that may have concerned another deployment. */
  private beforeOf<K extends WatchedKind>(
    kind: K,
    uid: string,
  ): RecordsByKind[K] | undefined {
    const { autoscalers, disruptionBudgets } = this.memory;
    const shelves: { [kind in WatchedKind]?: { get(uid: string): unknown } } = {
      autoscalers,
      disruptionBudgets,
    };
    return shelves[kind]?.get(uid) as RecordsByKind[K] | undefined;
  }

  private services() {
    return this.uidsByService.keys();
  }

  private assign(deployment: DeploymentRecord) {
    const { uid } = deployment;
    const before = this.serviceByUid.get(uid);
    const service = this.deps.matcher().serviceOf(deployment);
    this.sorted = undefined;
    if (service === before) return;
    this.unassign(uid);
    this.deps.changes.services(this.cluster.name, [before]);
    if (service === undefined) return;
    this.serviceByUid.set(uid, service);
    const uids = this.uidsByService.get(service) ?? new Set();
    this.uidsByService.set(service, uids.add(uid));
  }

  private unassign(uid: string) {
    this.sorted = undefined;
    const service = this.serviceByUid.get(uid);
    if (service === undefined) return;
    this.serviceByUid.delete(uid);
    const uids = this.uidsByService.get(service)!;
    uids.delete(uid);
    if (uids.size === 0) this.uidsByService.delete(service);
  }

  private servicesConcerned<K extends WatchedKind>(
    kind: K,
    record: RecordsByKind[K],
  ) {
    return this.memory
      .deploymentsConcerned(kind, record)
      .map(deployment => this.serviceOf(deployment));
  }
}

function differInLoadAlone(one: AutoscalerRecord, other: AutoscalerRecord) {
  return isDeepStrictEqual(withoutLoad(one), withoutLoad(other));
}

function withoutLoad({ metrics, ...rest }: AutoscalerRecord) {
  const targets = metrics.map(({ current, ...metric }) => metric);
  return { ...rest, resourceVersion: undefined, metrics: targets };
}

function byPlace(one: DeploymentRecord, other: DeploymentRecord): number {
  return (
    compare(one.namespace, other.namespace) || compare(one.name, other.name)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
