import type { KeptRollback } from './KeptRollback';

/** Carries rollbacks out, and takes up what a replica that died has left. */
export interface Runner {
  /** Has it carried out soon, by this replica; answers at once. The row is there already. */
  wake(id: string): void;
  /** Looks for rollbacks that nobody is at, every two seconds, until `stop`. */
  start(): void;
  /** Lets go of what it is at, between two steps, so that another replica goes on at once. */
  stop(): Promise<void>;
}

/** Tells people of a rollback; what cannot be told now is tried again, the rollback goes on. */
export interface Notices {
  /**
   * Brings Slack's message and the notification of owners to what the rollback is now; changes what the row knows of
   * them, which the caller then saves. Does nothing where nothing is due; never throws.
   * @param save - writes the row down before something is sent that must not be sent twice; `false`: somebody else has
   * the rollback now, nothing is sent
   */
  tell(rollback: KeptRollback, save: () => Promise<boolean>): Promise<void>;
  /** Whether something is still to be told, now or later. */
  isOwing(rollback: KeptRollback): boolean;
  /** From when on `tell` has something to do, in milliseconds; `undefined`: nothing as the rollback is now. */
  dueAt(rollback: KeptRollback): number | undefined;
}
