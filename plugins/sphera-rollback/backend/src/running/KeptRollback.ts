import type {
  ClusterProgress,
  FileChange,
  Rollback,
  RollbackState,
  Step,
} from '@sphera/plugin-rollback-common';

/** A change to one repository: one commit. */
export interface KeptCommit {
  repository: string;
  /** Its parent when it was written; a race is replayed on another one. */
  base: string;
  hash: string;
  /** Where it came to the branch; another hash than `hash` where a pull request was squashed. */
  pushed?: string;
  way: 'push' | 'pull-request';
  pullRequest?: { number: number; url: string; state: string };
}

/** A rollback as it is stored: all that a replica needs to go on with it. */
export interface KeptRollback {
  id: string;
  kind: 'rollback' | 'roll-forward';
  undoes?: string;
  undoneBy?: string;
  set?: string;
  service: string;
  environment: string;
  regions: string[];
  version: string;
  from: string;
  reason: string;
  startedBy: string;
  /** As people and commits name who asked: `Dana Berg`, with an address where the catalog has one. */
  author: { name: string; email?: string };
  /** Milliseconds. */
  startedAt: number;
  endedAt?: number;
  state: RollbackState;
  sentence: string;
  nextStep?: string;
  /** Whether the audit log has how it ended; until then whoever is at it notes it. */
  isSettled?: boolean;
  steps: Step[];
  files: FileChange[];
  clusters: ClusterProgress[];
  commits: KeptCommit[];
  lock: { isWanted: boolean; id?: string };
  /** Whether nothing of it is in a repository, nor on its way to one: until then it can be cancelled. */
  canStop: boolean;
  /** Somebody asked for its end while its change was not in the repository. */
  cancel?: { by: string; reason: string };
  slack?: KeptMessage;
  /** Whether the owners were notified of its start. */
  isAnnounced?: boolean;
  /** Whether the owners were notified of its end. */
  isNotified: boolean;
  /** They could not be notified so far. */
  notifyAgain?: Retry;
}

/** What did not work out, and when it is tried again. */
export interface Retry {
  /** How often it was tried. */
  tries: number;
  /** When to try again, in milliseconds; not before. */
  at: number;
}

/** The one message of a rollback. */
export interface KeptMessage {
  channel: string;
  /** Set before it is posted: from then on it may be there. */
  mayBeThere: boolean;
  posted?: { channel: string; ts: string; url?: string };
  /** Which state of the rollback it shows. */
  shows?: RollbackState;
  /** Why it is not sent, in words; absent: nothing is wrong. */
  problem?: string;
  /** Slack could not take it so far. */
  again?: Retry;
  /** Given up: Slack will not take it, however often. */
  isOver: boolean;
}

/** What people see of it. */
export type ToAnswer = (kept: KeptRollback) => Rollback;
