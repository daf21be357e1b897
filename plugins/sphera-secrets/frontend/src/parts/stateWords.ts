import type { CellState } from '@sphera/plugin-secrets-common';

/** What is so of a secret in a place, in a word or two. */
export const STATE_WORDS: Record<CellState, string> = {
  unseen: 'Not seen yet',
  'pending-deletion': 'Being deleted',
  missing: 'Missing',
  stale: 'Stale',
  different: 'Different',
  'not-to-standard': 'Not to standard',
  present: 'Present',
  absent: 'Absent',
};

/** How loud a state is. */
export type StateTone = 'fine' | 'quiet' | 'unclear' | 'wrong';

const TONES: Record<CellState, StateTone> = {
  unseen: 'quiet',
  'pending-deletion': 'unclear',
  missing: 'wrong',
  stale: 'wrong',
  different: 'wrong',
  'not-to-standard': 'unclear',
  present: 'fine',
  absent: 'quiet',
};

/** How loud a state is. */
export function toneOf(state: CellState): StateTone {
  return TONES[state];
}

/** Whether somebody should look at it. */
export function isLoud(state: CellState): boolean {
  return toneOf(state) === 'wrong' || toneOf(state) === 'unclear';
}

/** Whether AWS has the secret there. */
export function isThere(state: CellState): boolean {
  return !['unseen', 'missing', 'absent'].includes(state);
}
