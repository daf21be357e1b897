import type { ClusterSight } from './FleetMemory';
import type { RecordsByKind, WatchedKind } from './records';

/** Where what is seen of one cluster is told. */
export interface ClusterFeed {
  /** All there is of a kind: what is not among them is gone. */
  replace<K extends WatchedKind>(kind: K, records: RecordsByKind[K][]): void;
  put<K extends WatchedKind>(kind: K, record: RecordsByKind[K]): void;
  remove(kind: WatchedKind, uid: string): void;
  /** How well the cluster is seen now. */
  seen(sight: Omit<ClusterSight, 'cluster'>): void;
}
