import type { KeptRollback } from '../running/KeptRollback';

/** Who is at a rollback, and until when nobody else may be. */
export interface Hold {
  by: string;
  /** Milliseconds. */
  until: number;
}

/** Several rollbacks that were asked for together. */
export interface KeptSet {
  id: string;
  system: string;
  environment: string;
  /** Milliseconds. */
  at: number;
  reason: string;
  startedBy: string;
  startedAt: number;
}

/** Which rollbacks to list. */
export interface RollbackQuery {
  service?: string;
  environment?: string;
  state?: KeptRollback['state'];
  set?: string;
}

/** Rollbacks, in the database. One service has at most one that runs in an environment: the database sees to it. */
export interface RollbackStore {
  /**
   * Adds rollbacks, all or none; `supersedes` ends one that runs in the same transaction.
   * Returns the one that is in the way, and then nothing was added.
   */
  add(
    rollbacks: KeptRollback[],
    also?: {
      set?: KeptSet;
      supersedes?: { id: string; sentence: string; at: number };
    },
  ): Promise<KeptRollback | undefined>;
  get(id: string): Promise<KeptRollback | undefined>;
  list(
    query: RollbackQuery,
    page: { limit: number; offset: number },
  ): Promise<KeptRollback[]>;
  count(query: RollbackQuery): Promise<number>;
  running(
    service: string,
    environment: string,
  ): Promise<KeptRollback | undefined>;
  getSet(id: string): Promise<KeptSet | undefined>;
  /** Ids of rollbacks that run, or whose end is still to be told or noted, and that nobody holds. */
  waiting(now: number): Promise<string[]>;
  /** Takes hold of one; `undefined` where somebody else has. */
  take(id: string, now: number, hold: Hold): Promise<KeptRollback | undefined>;
  /** Goes on holding; `false`: somebody else holds it, or it was superseded: let go. */
  holdOn(id: string, hold: Hold): Promise<boolean>;
  /** Writes it down where `by` holds it; `false`: nothing was written, let go. `isOwing` keeps it among `waiting`. */
  save(rollback: KeptRollback, by: string, isOwing: boolean): Promise<boolean>;
  letGo(id: string, by: string): Promise<void>;
  /** Asks for its end where it runs and nothing is in the repository; whoever holds it sees it before its next step. */
  askToCancel(
    id: string,
    cancel: { by: string; reason: string },
  ): Promise<boolean>;
  /** What somebody asked meanwhile. */
  cancelOf(id: string): Promise<KeptRollback['cancel']>;
  /** Notes that a roll-forward took it back. */
  noteUndone(id: string, by: string): Promise<void>;
}
