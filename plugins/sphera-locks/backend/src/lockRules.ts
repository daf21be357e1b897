import type { Lock } from '@sphera/plugin-locks-common';
import type { LockableAction } from '@sphera/plugin-operations-common';

/** A moment as `Date.toISOString()` writes it, so that moments compare as text. */
export type Moment = string;

/** Tells the time. */
export type Clock = () => Date;

/** One service, or all; in one environment, or in all. */
export interface Place {
  service?: string;
  environment?: string;
}

/** May this action go ahead there? */
export interface GateQuestion extends Place {
  service: string;
  action: LockableAction;
}

/** Whether the time of a lock was up. */
export const hasExpired = (lock: Lock, now: Moment) =>
  lock.expiresAt !== undefined && lock.expiresAt <= now;

// Only a window's next time lies ahead. Other locks hold at once, also on a
// replica whose clock is a little behind that of the one that placed them.
const hasBegun = (lock: Lock, now: Moment) =>
  lock.window === undefined || lock.placedAt <= now;

/** Whether a lock stands. */
export const holds = (lock: Lock, now: Moment) =>
  lock.ended === undefined && hasBegun(lock, now) && !hasExpired(lock, now);

const meet = (one?: string, other?: string) =>
  one === undefined || other === undefined || one === other;

/** Whether a lock (or window) and a place have anything in common. */
export const covers = (lock: Place, place: Place) =>
  meet(lock.service, place.service) &&
  meet(lock.environment, place.environment);

/** Whether a lock is in the way of an action. */
export const blocks = (lock: Lock, question: GateQuestion, now: Moment) =>
  covers(lock, question) &&
  lock.actions.includes(question.action) &&
  holds(lock, now);

/** A lock as it is now: one whose time was up has ended, whether or not that is on the record yet. */
export const asOf = (lock: Lock, now: Moment): Lock =>
  lock.ended === undefined && hasExpired(lock, now)
    ? { ...lock, ended: { how: 'expired', at: lock.expiresAt! } }
    : lock;
