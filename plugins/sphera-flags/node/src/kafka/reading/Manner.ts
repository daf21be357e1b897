import type { PartitionAssigner } from 'kafkajs';
import type { ReceivedRecord } from '../../bus/Bus';

/** Which offsets of a partition there are: from `first` up to, but not, `end`. */
export interface Extent {
  first: bigint;
  end: bigint;
}

/** Where a reading stands in a partition. */
export interface Place {
  topic: string;
  partition: number;
  /** The next offset that is wanted; `undefined`: nothing was read yet since the reading began. */
  next: bigint | undefined;
}

/** How one topic is read: by the portal's replicas, or by an agent. Of one run of a consumer. */
export interface Manner {
  topic: string;
  group: string;
  /** How long one question waits for records, in milliseconds; a stop or a new sharing out takes as long. */
  waitMs: number;
  /** Of how many partitions records may be given at the same time. */
  atOnce: number;
  /** Whether the group remembers how far it came; for people who look how it is doing. */
  commits: boolean;
  /** Shares out partitions among the group. */
  assigner: PartitionAssigner;
  /** Where to begin in a partition that was just given. */
  begin(place: Place, extent: Extent): Promise<bigint>;
  /** Records of one partition; what it throws has it given them again. `after`: the offset after the last of them. */
  take(records: ReceivedRecord[], place: Place, after: bigint): Promise<void>;
}
