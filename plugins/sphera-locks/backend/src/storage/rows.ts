import { LOCKABLE_ACTIONS } from '@sphera/plugin-operations-common';
import type { LockableAction } from '@sphera/plugin-operations-common';
import type { Moment } from '../lockRules';

/** Milliseconds since 1970, as a database answers them: PostgreSQL writes them as text. */
export type StoredMoment = number | string;

/** A moment as it is stored. */
export const toStored = (moment: Moment): number => Date.parse(moment);

/** A stored moment. */
export const fromStored = (stored: StoredMoment): Moment =>
  new Date(Number(stored)).toISOString();

/** Actions as they are stored, in the order of {@link LOCKABLE_ACTIONS}, so that equal sets are equal texts. */
export const toStoredActions = (actions: LockableAction[]): string =>
  LOCKABLE_ACTIONS.filter(action => actions.includes(action)).join(',');

/** Stored actions. */
export const fromStoredActions = (stored: string): LockableAction[] =>
  stored.split(',') as LockableAction[];
