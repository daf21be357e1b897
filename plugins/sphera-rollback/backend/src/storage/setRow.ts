import type { KeptSet } from './RollbackStore';

/** A set as the table `rollback_sets` holds it. */
export interface SetRow {
  id: string;
  system: string;
  environment: string;
  back_to: number | string;
  reason: string;
  started_by: string;
  started_at: number | string;
}

/** The row of a set. */
export const toSetRow = (set: KeptSet): SetRow => ({
  id: set.id,
  system: set.system,
  environment: set.environment,
  back_to: set.at,
  reason: set.reason,
  started_by: set.startedBy,
  started_at: set.startedAt,
});

/** The set of a row. */
export const toKeptSet = (row: SetRow): KeptSet => ({
  id: row.id,
  system: row.system,
  environment: row.environment,
  at: Number(row.back_to),
  reason: row.reason,
  startedBy: row.started_by,
  startedAt: Number(row.started_at),
});
