import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { Report, SentRecord } from '@sphera/plugin-flags-node';
import type {
  KeptAgent,
  KeptAside,
  KeptCell,
  KeptChange,
  KeptFlag,
  KeptRollout,
  KeptStep,
} from './Kept';

/** What is wanted of one flag in one cluster from now on. */
export interface NewWish {
  cluster: string;
  /** null: gone. */
  definition: FlagDefinition | null;
}

/** A change with its wishes; the store gives each wish its revision and puts its message into the outbox. */
export interface NewChange {
  change: KeptChange;
  wishes: NewWish[];
  /** The flag as it is after the change. */
  flag: KeptFlag;
  /**
   * `be new`: it must not exist, retired or not; `exist`: and not be retired, unless it is put back or mended;
   * `be unknown`: left over in a cluster, of it nothing is kept but the wishes.
   */
  flagMust: 'be new' | 'exist' | 'be unknown';
  /** Revisions by cluster, 0 where there is none: refused where a cluster has another one by now. */
  seen?: Record<string, number>;
  /**
   * The roll-out that it belongs to, as it is after the change; the store sets the revisions in it. Absent: wishes are
   * refused where one is under way, unless `endsRollout`.
   */
  rollout?: KeptRollout;
  /** Ends the roll-out that is under way, with this sentence. */
  endsRollout?: string;
}

/** Why a change was not written, so that the caller can say it. */
export type Conflict =
  | { kind: 'exists'; flag: KeptFlag }
  | { kind: 'unknown' }
  | { kind: 'retired'; flag: KeptFlag }
  | { kind: 'rollout'; rollout: string }
  | { kind: 'seen'; cluster: string; revision: number; change?: string }
  | { kind: 'version' };

/** Flags and what was asked of them: written by people's operations. */
export interface ChangeStore {
  /**
   * Writes flag, change, wishes and outbox in one transaction, for several flags all or none. The revision of a wish is
   * one more than the highest that was wanted or reported there, so that a cluster that is ahead follows, too.
   */
  write(changes: NewChange[]): Promise<Conflict | KeptStep[]>;
  getFlag(flag: string): Promise<KeptFlag | undefined>;
  cellsOf(flag: string): Promise<KeptCell[]>;
  cellsIn(cluster: string): Promise<KeptCell[]>;
  getChange(id: string): Promise<KeptChange | undefined>;
  changes(
    query: { flag?: string; service?: string },
    page: { limit: number; offset: number },
  ): Promise<KeptChange[]>;
  countChanges(query: { flag?: string; service?: string }): Promise<number>;
  stepsOf(changes: string[]): Promise<KeptStep[]>;
  /** What was wanted of a flag in each cluster right after a change; `undefined`: no such change of this flag. */
  wantedAfter(
    flag: string,
    change: string,
  ): Promise<Map<string, FlagDefinition | null> | undefined>;
}

/** All of it, for a memory that follows: rows that changed since a moment. */
export interface FollowedStore {
  flagsSince(moment: number): Promise<KeptFlag[]>;
  cellsSince(moment: number): Promise<KeptCell[]>;
  agents(): Promise<KeptAgent[]>;
}

/** Messages that wait for Kafka, in the order in which they were written. */
export interface Outbox {
  /** The oldest. */
  next(limit: number): Promise<Array<{ id: number; record: SentRecord }>>;
  /** They are kept by Kafka: takes them out and marks their cells as sent. */
  sent(ids: number[], now: number): Promise<void>;
  size(): Promise<{ queued: number; oldestAt?: number }>;
  /**
   * Puts wishes in once more that no cluster answered though it was heard since, that are overdue by `now`; each waits
   * longer than the time before, up to an hour. Returns how many.
   */
  resend(options: {
    now: number;
    afterMs: number;
    heardSince: number;
    limit: number;
  }): Promise<number>;
}

/** One replica at a time has the turn: it sends, resends and moves roll-outs. */
export interface Turn {
  /** Takes it, or goes on with it; `false`: another replica has it. */
  take(by: string, now: number, until: number): Promise<boolean>;
  letGo(by: string): Promise<void>;
}

/** A report with where it was, or what could not be read. */
export type Incoming = {
  topic: string;
  partition: number;
  offset: bigint;
} & ({ report: Report } | { aside: Omit<KeptAside, 'id'> });

/** What came in: reports, once each. */
export interface ReportStore {
  /**
   * Writes what they say and how far the partition was read, in one transaction; what was read before is passed over.
   * Returns the cells and changes that something became different of.
   */
  take(
    incoming: Incoming[],
    now: number,
  ): Promise<Array<{ flag: string; cluster: string }>>;
  /** The offset after the last that was taken; `undefined`: none was. */
  position(topic: string, partition: number): Promise<bigint | undefined>;
  /** The topic was made anew: what comes next is taken, wherever it is. */
  forget(topic: string, partition: number): Promise<void>;
  asides(page: { limit: number; offset: number }): Promise<KeptAside[]>;
  countAsides(): Promise<number>;
}

/** Roll-outs. */
export interface RolloutStore {
  /**
   * Keeps a new one, of which nothing was sent yet; its flag has no other.
   * @param seen - revisions by cluster: refused where a cluster has another one by now
   */
  add(
    rollout: KeptRollout,
    seen: Record<string, number>,
  ): Promise<Conflict | undefined>;
  get(id: string): Promise<KeptRollout | undefined>;
  list(
    query: { flag?: string; service?: string; state?: KeptRollout['state'] },
    page: { limit: number; offset: number },
  ): Promise<KeptRollout[]>;
  count(query: {
    flag?: string;
    service?: string;
    state?: KeptRollout['state'];
  }): Promise<number>;
  /** Writes it where its version is still the one that it has; `false`: somebody else was faster. */
  save(rollout: KeptRollout): Promise<boolean>;
}

/** Everything that this capability keeps. */
export interface FlagStores {
  changes: ChangeStore;
  followed: FollowedStore;
  outbox: Outbox;
  turn: Turn;
  reports: ReportStore;
  rollouts: RolloutStore;
}
