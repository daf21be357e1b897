import type { NamespaceStore } from '../namespaces/NamespaceStore';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { Report, SentRecord } from '@sphera/plugin-flags-node';
import type { AboutField } from './aboutFields';
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
   * The flag as it was read, where the change says what it is about: what is another in `flag` is written, and refused
   * where it is another by now. Absent: what it is about stays as it is.
   */
  aboutSeen?: KeptFlag;
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
  | { kind: 'about'; field: AboutField; value?: string }
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

/** One flag in one cluster. */
export interface CellPlace {
  flag: string;
  cluster: string;
}

/** What tells a cell from the same cell before or after a change. */
export interface CellMark extends CellPlace {
  updatedAt: number;
  wanted?: number;
  answer?: NonNullable<KeptCell['answer']>['outcome'];
  reported?: number;
  /** Of what is reported. */
  fingerprint?: string;
}

/** All of it, for a memory that follows: first everything, then rows that changed since a moment. */
export interface FollowedStore {
  /** Every cell, some thousands at a time: all at once would need several times the room. */
  allCells(): AsyncIterable<KeptCell[]>;
  flagsSince(moment: number): Promise<KeptFlag[]>;
  /** But those that are known as they are. */
  cellsSince(
    moment: number,
    isKnown: (mark: CellMark) => boolean,
  ): Promise<KeptCell[]>;
  agentsSince(moment: number): Promise<KeptAgent[]>;
  /** Some cells as they are now, with the agents of their clusters. */
  cellsAt(
    places: readonly CellPlace[],
  ): Promise<{ cells: KeptCell[]; agents: KeptAgent[] }>;
}

/** A message of the outbox, and which wish it is: of which cell (`cluster/flag`), with which revision. */
export interface SentMessage {
  id: number;
  cell: string;
  revision: number;
  queuedAt: number;
}

/** Messages that wait for Kafka, in the order in which they were written. */
export interface Outbox {
  /** The oldest. */
  next(limit: number): Promise<Array<SentMessage & { record: SentRecord }>>;
  /** They are kept by Kafka: takes them out. */
  sent(messages: readonly SentMessage[], now: number): Promise<void>;
  size(): Promise<{ queued: number; oldestAt?: number }>;
  /** When the oldest was put in. Messages are sent in order: wishes from then on wait, those before are sent. */
  oldestAt(): Promise<number | undefined>;
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
  take(incoming: Incoming[], now: number): Promise<CellPlace[]>;
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

/** Something that people are to be told of: what was refused of a flag (its key), that a roll-out (its id) stopped. */
export interface Notice {
  kind: 'refused' | 'stopped';
  subject: string;
}

/** One that is to be told now. */
export interface DueNotice extends Notice {
  /** How often that failed. */
  tries: number;
  /** Another one where there was something new to tell meanwhile. */
  version: number;
}

/** What people are to be told of, written with what it is about, until they were told. */
export interface NoticeStore {
  /** Some that are due, the oldest first. */
  due(now: number, limit: number): Promise<DueNotice[]>;
  /** Nothing is to be told any more, unless there was something new meanwhile. */
  told(notice: DueNotice): Promise<void>;
  /** It could not be told: then. */
  tellAgain(notice: DueNotice, at: number): Promise<void>;
}

/** What is over and need not be kept for ever. Moments are milliseconds. */
export interface PastStore {
  /**
   * Takes out changes that are older, but the last of each flag; what was wanted when the first was made that stays is
   * kept, so that a flag can be put back to each that stays. Returns how many.
   */
  forgetChanges(options: { before: number; atLeast: number }): Promise<number>;
  /** Takes out roll-outs that began before and are over, unless a change that is kept names them. */
  forgetRollouts(before: number): Promise<number>;
  /** Takes out messages kept aside that are older, or more than so many. */
  forgetAsides(options: { before: number; atMost: number }): Promise<number>;
}

/** Everything that this capability keeps. */
export interface FlagStores {
  changes: ChangeStore;
  followed: FollowedStore;
  outbox: Outbox;
  turn: Turn;
  reports: ReportStore;
  rollouts: RolloutStore;
  past: PastStore;
  notices: NoticeStore;
  namespaces: NamespaceStore;
}
