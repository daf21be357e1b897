import type { KeptRollback } from '../running/KeptRollback';

/** A large number, as a database answers it: PostgreSQL writes them as text. */
type StoredNumber = number | string;

/** A rollback as the table `rollbacks` holds it. What others than its holder write has a column of its own. */
export interface RollbackRow {
  id: string;
  set_id: string | null;
  service: string;
  environment: string;
  state: KeptRollback['state'];
  active_key: string | null;
  is_due: boolean | number;
  can_stop: boolean | number;
  started_at: StoredNumber;
  held_by: string | null;
  held_until: StoredNumber;
  cancel: string | null;
  undone_by: string | null;
  rollback: string;
}

/** What makes one running rollback of a service in an environment one row. */
export const activeKey = (place: { service: string; environment: string }) =>
  `${place.service}|${place.environment}`;

/** What whoever holds a rollback writes. */
export function heldColumns(
  rollback: KeptRollback,
  isOwing: boolean,
): Pick<
  RollbackRow,
  'state' | 'active_key' | 'is_due' | 'can_stop' | 'rollback'
> {
  const isRunning = rollback.state === 'running';
  return {
    state: rollback.state,
    active_key: isRunning ? activeKey(rollback) : null,
    is_due: isRunning || isOwing,
    can_stop: isRunning && rollback.canStop,
    rollback: JSON.stringify(rollback),
  };
}

/** The row of a rollback that nobody has looked at yet. */
export function newRow(rollback: KeptRollback): Partial<RollbackRow> {
  return {
    ...heldColumns(rollback, true),
    id: rollback.id,
    set_id: rollback.set ?? null,
    service: rollback.service,
    environment: rollback.environment,
    started_at: rollback.startedAt,
    held_by: null,
    held_until: 0,
  };
}

/** The rollback of a row. */
export function toKept(row: RollbackRow): KeptRollback {
  return {
    ...(JSON.parse(row.rollback) as KeptRollback),
    cancel: row.cancel === null ? undefined : JSON.parse(row.cancel),
    undoneBy: row.undone_by ?? undefined,
  };
}
