import type { Target } from '@sphera/plugin-operations-common';

/** Something in a plugin's data is no longer as it was. */
export interface Change extends Target {
  /** Unique; a change heard twice has the same id. */
  id: string;
  /** The operation that made it (`lock`); absent where time did. */
  operation?: string;
  /** Heard from another replica. */
  isFromElsewhere?: boolean;
}

/** A change that this replica made. */
export type NewChange = Omit<Change, 'id' | 'isFromElsewhere'>;

/** Carries changes from the replica that made them to all, itself included. */
export interface ChangeFeed {
  /** Durable once it resolves; listeners on this replica have heard it by then. */
  publish(change: NewChange): Promise<void>;
  /** Told to the listeners of this replica alone: every other one notices by itself. */
  tellHere(change: NewChange): void;
  /** Listeners hear each change once, on other replicas within half a second. */
  subscribe(listener: (change: Change) => void): void;
}
