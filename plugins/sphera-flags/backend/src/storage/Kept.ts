import type {
  ChangeKind,
  FlagDefinition,
  FlagType,
  RolloutState,
} from '@sphera/plugin-flags-common';

/** A flag, in the database. Moments are milliseconds. */
export interface KeptFlag {
  flag: string;
  service: string;
  type: FlagType;
  description?: string;
  purpose?: 'release' | 'experiment' | 'operations' | 'permission';
  owner?: string;
  /** `2027-03-31` */
  endsOn?: string;
  createdAt: number;
  createdBy: string;
  changedAt: number;
  changedBy: string;
  retiredAt?: number;
  /** The roll-out that is under way: at most one. */
  rollout?: string;
}

/** One flag in one cluster: what is wanted, and what was reported. */
export interface KeptCell {
  flag: string;
  cluster: string;
  wanted?: {
    revision: number;
    definition: FlagDefinition | null;
    fingerprint: string | null;
    change: string;
    at: number;
  };
  /** The answer to `wanted.revision`. */
  answer?: { outcome: 'acknowledged' | 'refused'; reason?: string; at: number };
  reported?: {
    /** null: not one of ours, or not there. */
    revision: number | null;
    /** null: not there. */
    fingerprint: string | null;
    /** Where it is not the wanted one's. */
    definition?: FlagDefinition;
    at: number;
  };
  /** How often the wish was sent again by itself, and when it may be next; never yet: when it was sent. */
  resends: number;
  resendAt: number;
  updatedAt: number;
}

/** A change, in the database. */
export interface KeptChange {
  id: string;
  flag: string;
  service: string;
  kind: ChangeKind;
  at: number;
  by: string;
  reason: string;
  sentence: string;
  rollout?: string;
}

/** What one cluster was to have by a change. */
export interface KeptStep {
  change: string;
  flag: string;
  cluster: string;
  revision: number;
  definition: FlagDefinition | null;
  answeredAt?: number;
  refusal?: string;
  isOvertaken: boolean;
}

/** A roll-out, in the database. */
export interface KeptRollout {
  id: string;
  flag: string;
  service: string;
  state: RolloutState;
  sentence: string;
  reason: string;
  startedBy: string;
  startedAt: number;
  endedAt?: number;
  soakMs: number;
  /** What each cluster is to have, and what was wanted there before. */
  rings: Array<{
    name: string;
    sentAt?: number;
    acknowledgedAt?: number;
    doneAt?: number;
    clusters: Array<{
      cluster: string;
      definition: FlagDefinition;
      before: FlagDefinition | null;
      /** Once it was sent. */
      revision?: number;
    }>;
  }>;
  /** Counts up by each write: two replicas never write over each other. */
  version: number;
}

/** An agent, in the database. */
export interface KeptAgent {
  cluster: string;
  instance: string;
  sequence: number;
  heardAt: number;
  startedAt?: number;
  snapshotAt?: number;
  version?: string;
  flags?: number;
  problem?: string;
}

/** A message that could not be read. */
export interface KeptAside {
  id: string;
  at: number;
  topic: string;
  partition: number;
  offset: string;
  key?: string;
  reason: string;
  text: string;
}
