import type { Lock } from '@sphera/plugin-locks-common';
import {
  fromStored,
  fromStoredActions,
  StoredMoment,
  toStored,
  toStoredActions,
} from './rows';

/** A lock as the table `locks` holds it. */
export interface LockRow {
  id: string;
  service: string | null;
  environment: string | null;
  actions: string;
  reason: string;
  placed_by: string;
  placed_at: StoredMoment;
  expires_at: StoredMoment | null;
  ended_how: 'released' | 'expired' | null;
  ended_at: StoredMoment | null;
  ended_by: string | null;
  ended_reason: string | null;
  noting_until: StoredMoment | null;
}

/** The row of a lock that has just been placed. */
export function toRow(lock: Lock): Partial<LockRow> {
  return {
    id: lock.id,
    service: lock.service ?? null,
    environment: lock.environment ?? null,
    actions: toStoredActions(lock.actions),
    reason: lock.reason,
    placed_by: lock.placedBy,
    placed_at: toStored(lock.placedAt),
    expires_at: lock.expiresAt === undefined ? null : toStored(lock.expiresAt),
  };
}

/** The lock of a row. Fields without a value are absent, so that equal locks look equal. */
export function toLock(row: LockRow): Lock {
  return {
    id: row.id,
    ...(row.service !== null && { service: row.service }),
    ...(row.environment !== null && { environment: row.environment }),
    actions: fromStoredActions(row.actions),
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: fromStored(row.placed_at),
    ...(row.expires_at !== null && { expiresAt: fromStored(row.expires_at) }),
    ...(row.ended_at !== null && { ended: endingOf(row) }),
  };
}

function endingOf(row: LockRow): Lock['ended'] {
  return {
    how: row.ended_how!,
    at: fromStored(row.ended_at!),
    ...(row.ended_by !== null && { by: row.ended_by }),
    ...(row.ended_reason !== null && { reason: row.ended_reason }),
  };
}
