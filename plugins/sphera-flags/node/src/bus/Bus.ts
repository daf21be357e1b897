/** A record as it is sent. */
export interface SentRecord {
  /** Commands: `cluster/flag`; reports: the cluster. */
  key: string;
  value: string;
  headers?: Record<string, string>;
}

/** A record as it is received. */
export interface ReceivedRecord {
  topic: string;
  partition: number;
  offset: bigint;
  /** null where it has none: never one of ours. */
  key: string | null;
  /** null: a tombstone. */
  value: string | null;
  headers: Record<string, string>;
}

/** Whether the other side can be reached. */
export interface BusState {
  /** `wrong`: it answers, and a topic or a setting is not as it has to be. */
  state: 'connected' | 'away' | 'wrong';
  /** One sentence without secrets. */
  problem?: string;
  /** Milliseconds. */
  since: number;
}

/** Where something goes on until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/** The portal's end: wishes out, reports in. */
export interface PortalBus {
  /**
   * Connects, creates topics where that is wanted and allowed, and checks their settings; goes on trying for ever where
   * the other side is away. Answers at once; `state` tells.
   */
  start(): void;
  /**
   * Sends commands in this order; resolved: all are kept by the other side for good.
   * @throws BusAwayError where they may not be: then they are sent again, which does no harm
   */
  sendCommands(records: SentRecord[]): Promise<void>;
  /**
   * Reads reports together with the other replicas, each partition by one of them at a time, in order. A batch whose
   * handler throws is given again; batches of several partitions may be given at the same time. `startAt` says, for each partition that this replica is given, from which offset on
   * it wants them, whatever the group has committed; `undefined`: from the start.
   */
  readReports(reader: {
    startAt(topic: string, partition: number): Promise<bigint | undefined>;
    onBatch(records: ReceivedRecord[]): Promise<void>;
    /**
     * The partition ends before where `startAt` wanted to begin, so its topic was deleted and made anew: it is given
     * from its start, and offsets count from 0 once more. What is known of the old one has to be forgotten.
     */
    onMadeAnew?(topic: string, partition: number): Promise<void>;
  }): Running;
  readonly state: BusState;
  onState(listener: (state: BusState) => void): void;
  stop(): Promise<void>;
}

/** The end of one cluster's agent: its wishes in, reports out. */
export interface AgentBus {
  /**
   * Reads all commands of the partition in which the cluster's are, from its start, each time that it is started anew;
   * other clusters' are among them. `isCaughtUp`: whatever had been sent when reading began has been given. A batch whose
   * handler throws is given again. Goes on trying for ever where the other side is away.
   */
  readCommands(reader: {
    onBatch(records: ReceivedRecord[], isCaughtUp: boolean): Promise<void>;
  }): Running;
  /**
   * Sends reports in this order.
   * @throws BusAwayError where they may not have arrived
   */
  sendReports(records: SentRecord[]): Promise<void>;
  readonly state: BusState;
  stop(): Promise<void>;
}

/** The other side could not be reached. */
export class BusAwayError extends Error {
  name = 'BusAwayError';
}
