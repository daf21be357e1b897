import type { SecretRecord } from '../../records/SecretRecord';
import type { About } from '../../standard/Standard';
import type { AssessedCell, StateRules } from './Assessment';

/** From when on a secret is overdue, old, never read. */
export function datesOf(
  record: SecretRecord,
  { rotateBy }: Pick<About, 'rotateBy'>,
  { oldAfter, unreadAfter }: Omit<StateRules, 'standard'>,
): Pick<AssessedCell, 'overdueAt' | 'oldAt' | 'unreadAt'> {
  return {
    overdueAt: rotateBy,
    oldAt: later(record.changedAt ?? record.createdAt, oldAfter),
    unreadAt: later(record.readAt ?? record.createdAt, unreadAfter),
  };
}

/** Whether a moment has come. Both in milliseconds since 1970. */
export function hasCome(moment: number | undefined, now: number): boolean {
  return moment !== undefined && moment <= now;
}

function later(
  moment: number | undefined,
  length: number | undefined,
): number | undefined {
  if (moment === undefined || length === undefined) return undefined;
  return moment + length;
}
