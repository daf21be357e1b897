import type { Target } from '@sphera/plugin-operations-common';

/** Something in a plugin's data is no longer as it was. */
export interface Change extends Target {
  /** Unique; a change heard twice has the same id. */
  id: string;
  /** The operation that made it (`lock`); absent where time did. */
  operation?: string;
}

/** Carries changes from the replica that made them to all, itself included. */
export interface ChangeFeed {
  /** Durable once it resolves; listeners on this replica have heard it by then. */
  publish(change: Omit<Change, 'id'>): Promise<void>;
  /** Told to the listeners of this replica alone: every other one notices by itself. */
  tellHere(change: Omit<Change, 'id'>): void;
  /** Listeners hear each change once, on other replicas within half a second. */
  subscribe(listener: (change: Change) => void): void;
}
