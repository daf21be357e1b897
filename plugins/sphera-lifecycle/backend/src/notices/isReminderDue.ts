import type { KeptApproval } from '../path/KeptApproval';

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * Whether the approvers should hear again of what is asked for: so long after they last did, and on no weekend (UTC).
 * @param now - milliseconds since 1970, like `remindAfter`
 */
export function isReminderDue(
  { asked, remindedAt }: Pick<KeptApproval, 'asked' | 'remindedAt'>,
  { now, remindAfter }: { now: number; remindAfter: number },
): boolean {
  const day = new Date(now).getUTCDay();
  if (day === SATURDAY || day === SUNDAY) return false;
  return now - (remindedAt ?? asked.at) >= remindAfter;
}
