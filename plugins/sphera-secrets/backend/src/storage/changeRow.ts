import { createHash } from 'node:crypto';
import type { Change } from '../acting/Change';

/** A large number, as a database answers it: PostgreSQL writes them as text. */
export type StoredNumber = number | string;

/**
 * - `running`: a replica is at it
 * - `unfinished`: half done; people finish it or undo it
 * - `repeatable`: half done; who asks again goes on with it, any other change replaces it
 */
export type ChangeState = 'running' | 'unfinished' | 'repeatable';

/** A change as the table `changes` holds it. */
export interface ChangeRow {
  id: string;
  secret_key: string;
  service: string;
  state: ChangeState;
  held_by: string;
  held_until: StoredNumber;
  asked_at: StoredNumber;
  change: string;
}

/** A change with who is at it. */
export interface KeptChange {
  change: Change;
  state: ChangeState;
  /** Milliseconds since 1970. */
  heldUntil: number;
}

/** What makes a secret of a service one row. */
export function secretKey({
  service,
  name,
}: Pick<Change, 'service' | 'name'>): string {
  return createHash('sha256').update(`${service}\n${name}`).digest('hex');
}

/** The change of a row. */
export function toKept(row: ChangeRow): KeptChange {
  return {
    change: JSON.parse(row.change),
    state: row.state,
    heldUntil: Number(row.held_until),
  };
}
