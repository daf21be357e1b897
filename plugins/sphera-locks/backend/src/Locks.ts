import type { Lock } from '@sphera/plugin-locks-common';
import { Duration } from 'luxon';
import { FieldError } from '@sphera/plugin-operations-node';
import { AlreadyEndedError, SameIdError, UnknownLockError } from './errors';
import type { FreezeWindows } from './FreezeWindows';
import { asOf, Clock, covers, holds, Moment, Place } from './lockRules';
import { fromCursor, newestFirst, toCursor } from './newestFirst';
import type { LockQuery, LockStore } from './storage/LockStore';

/** What somebody says who locks. */
export interface LockRequest
  extends Place,
    Pick<Lock, 'actions' | 'reason' | 'placedBy'> {
  expiresAt?: Moment;
  /** ISO 8601 duration. */
  expiresIn?: string;
  /** Of the caller: the lock is placed once, however often it is asked for. */
  id?: string;
}

/** Who takes a lock off, and why. */
export interface Release {
  by: string;
  reason: string;
}

/** Which locks to list, and how many of them. */
export interface LockListing extends Omit<LockQuery, 'now'> {
  limit: number;
  cursor?: string;
}

/** Standing refusals. They stack on a target, and each ends by itself or is released by itself. */
export class Locks {
  constructor(
    private readonly parts: {
      store: LockStore;
      windows: FreezeWindows;
      clock: Clock;
      newId: () => string;
    },
  ) {}

  /**
   * `isNew`: it was not there before.
   * @throws FieldError where it would end before it begins; SameIdError where another lock has its id.
   */
  async place({
    expiresAt,
    expiresIn,
    id = this.parts.newId(),
    ...request
  }: LockRequest): Promise<{ lock: Lock; isNew: boolean }> {
    const placedAt = this.now();
    const end = endOf({ expiresAt, expiresIn }, placedAt);
    const isNew = await this.parts.store.insert({
      ...request,
      id,
      placedAt,
      expiresAt: end,
    });
    const lock = await this.get(id);
    if (!isNew && !isTheSame(lock, request)) throw new SameIdError(lock);
    return { lock, isNew };
  }

  /** A lock, also one that has ended. @throws UnknownLockError */
  async get(id: string): Promise<Lock> {
    const lock = await this.parts.store.get(id);
    if (!lock) throw new UnknownLockError(id);
    return asOf(lock, this.now());
  }

  /** Where a lock is, to tell who may take it off. @throws UnknownLockError, HeldByWindowError */
  async placeOf(id: string): Promise<Place> {
    await this.parts.windows.refuseRelease(id);
    const { service, environment } = await this.get(id);
    return { service, environment };
  }

  /**
   * Takes a lock off; of several who try at once one succeeds.
   * @throws UnknownLockError, AlreadyEndedError
   */
  async release(id: string, { by, reason }: Release): Promise<Lock> {
    const released = await this.parts.store.release(id, {
      at: this.now(),
      by,
      reason,
    });
    const lock = await this.get(id);
    if (!released) throw new AlreadyEndedError(lock);
    return lock;
  }

  /** Takes off the freezes that were placed on exactly this service, or on all; those that it took off. */
  async unfreezeMerges(
    service: string | undefined,
    release: Release,
  ): Promise<Lock[]> {
    const { store } = this.parts;
    const at = this.now();
    const released: Lock[] = [];
    for (const { id } of await store.holdingFreezes(service, at)) {
      if (await store.release(id, { at, ...release })) {
        released.push(await this.get(id));
      }
    }
    return released;
  }

  /** Puts on the record that the time of a lock was up. @throws UnknownLockError, AlreadyEndedError */
  async noteExpired(id: string): Promise<Lock> {
    const noted = await this.parts.store.noteExpired(id, this.now());
    const lock = await this.get(id);
    if (!noted) throw new AlreadyEndedError(lock);
    return lock;
  }

  /** Locks, the newest first; windows that are open are among them. @throws FieldError */
  async list({ limit, cursor, ...where }: LockListing) {
    const { store } = this.parts;
    const query: LockQuery = { ...where, now: this.now() };
    const after = cursor === undefined ? undefined : fromCursor(cursor);
    const [stored, count, open] = await Promise.all([
      // One more than fits tells whether there is a next page.
      store.list(query, limit + 1, after),
      store.count(query),
      this.openWindows(query),
    ]);
    const rest = open.filter(lock => !after || newestFirst(lock, after) > 0);
    const found = [...stored, ...rest].sort(newestFirst);
    const items = found.slice(0, limit).map(lock => asOf(lock, query.now));
    return {
      items,
      totalItems: count + open.length,
      nextCursor:
        found.length > limit ? toCursor(items[items.length - 1]) : undefined,
    };
  }

  /** All that hold, and the windows that open next: what a gate has to know for some time. */
  async standing(): Promise<Lock[]> {
    const { store, windows } = this.parts;
    const [placed, ofWindows] = await Promise.all([
      store.holding(this.now()),
      windows.locks(),
    ]);
    return [...ofWindows, ...placed].sort(newestFirst);
  }

  private async openWindows({ state, now, ...place }: LockQuery) {
    if (state === 'ended') return [];
    const locks = await this.parts.windows.locks();
    return locks.filter(lock => holds(lock, now) && covers(lock, place));
  }

  private now(): Moment {
    return this.parts.clock().toISOString();
  }
}

function isTheSame(lock: Lock, asked: LockRequest): boolean {
  return (
    lock.service === asked.service &&
    lock.environment === asked.environment &&
    lock.placedBy === asked.placedBy &&
    lock.actions.join() === asked.actions.join()
  );
}

function endOf(
  { expiresAt, expiresIn }: Pick<LockRequest, 'expiresAt' | 'expiresIn'>,
  now: Moment,
): Moment | undefined {
  if (expiresAt !== undefined && expiresIn !== undefined) {
    throw new FieldError(
      'expiresIn',
      'must not stand beside expiresAt: use one of them',
    );
  }
  if (expiresIn !== undefined) {
    const length = Duration.fromISO(expiresIn).toMillis();
    return new Date(Date.parse(now) + length).toISOString();
  }
  if (expiresAt !== undefined && expiresAt <= now) {
    throw new FieldError('expiresAt', `must lie in the future: it is ${now}`);
  }
  return expiresAt;
}
