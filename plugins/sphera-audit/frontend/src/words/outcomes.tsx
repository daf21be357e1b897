import type { Outcome } from '@sphera/plugin-audit-common';
import {
  RiCheckLine,
  RiCloseLine,
  RiForbidLine,
  RiTimeLine,
} from '@remixicon/react';

/** How an outcome is shown: a word and a sign, besides a colour. */
export interface OutcomeLook {
  word: string;
  color: 'success' | 'danger' | 'warning' | 'secondary';
  Icon: typeof RiCheckLine;
}

/** How each outcome is shown. */
export const OUTCOME_LOOKS: Record<Outcome, OutcomeLook> = {
  succeeded: { word: 'Succeeded', color: 'success', Icon: RiCheckLine },
  failed: { word: 'Failed', color: 'danger', Icon: RiCloseLine },
  refused: { word: 'Refused', color: 'warning', Icon: RiForbidLine },
  initiated: { word: 'No outcome yet', color: 'secondary', Icon: RiTimeLine },
};

// A call that takes longer is most likely one whose backend died.
const OVERDUE_MS = 60_000;

/** How the outcome of a record is shown at a moment. */
export function outcomeLook(
  record: { outcome: Outcome; occurredAt: string },
  now: Date,
): OutcomeLook {
  const look = OUTCOME_LOOKS[record.outcome];
  const isOverdue =
    record.outcome === 'initiated' &&
    now.getTime() - Date.parse(record.occurredAt) > OVERDUE_MS;
  return isOverdue
    ? { ...look, word: 'No outcome recorded', color: 'warning' }
    : look;
}
