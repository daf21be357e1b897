import type { ClusterFeed } from '../../../fleet/ClusterFeed';
import type { ClusterSight } from '../../../fleet/FleetMemory';
import type { RecordsByKind, WatchedKind } from '../../../fleet/records';

/** Remembers what was told of a cluster, for tests to look at. */
export class RememberingFeed implements ClusterFeed {
  sight: Omit<ClusterSight, 'cluster'> = { state: 'connecting' };
  /** The latest one that was live. */
  lastLive?: Omit<ClusterSight, 'cluster'>;
  /** How often each kind was told as a whole. */
  readonly replaced: Partial<Record<WatchedKind, number>> = {};
  private readonly records = new Map<WatchedKind, Map<string, unknown>>();

  /** What is there of a kind in a namespace, by name. */
  in<K extends WatchedKind>(
    namespace: string,
    kind: K,
  ): Record<string, RecordsByKind[K]> {
    const all = [...this.of(kind).values()] as RecordsByKind[K][];
    return Object.fromEntries(
      all
        .filter(record => record.namespace === namespace)
        .map(record => [record.name, record]),
    );
  }

  replace<K extends WatchedKind>(kind: K, records: RecordsByKind[K][]) {
    this.replaced[kind] = (this.replaced[kind] ?? 0) + 1;
    this.records.set(kind, new Map(records.map(one => [one.uid, one])));
  }

  put<K extends WatchedKind>(kind: K, record: RecordsByKind[K]) {
    this.of(kind).set(record.uid, record);
  }

  remove(kind: WatchedKind, uid: string) {
    this.of(kind).delete(uid);
  }

  seen(sight: Omit<ClusterSight, 'cluster'>) {
    this.sight = sight;
    if (sight.state === 'live') this.lastLive = sight;
  }

  private of(kind: WatchedKind) {
    const known = this.records.get(kind) ?? new Map<string, unknown>();
    this.records.set(kind, known);
    return known;
  }
}
