import type { FindingKind } from '@sphera/plugin-secrets-common';
import { STATE_WORDS } from '../parts/stateWords';

/** What was found, in a word or two. */
export const KIND_WORDS: Record<FindingKind, string> = {
  missing: STATE_WORDS.missing,
  stale: STATE_WORDS.stale,
  different: STATE_WORDS.different,
  'not-to-standard': STATE_WORDS['not-to-standard'],
  overdue: 'Rotation overdue',
  old: 'Old',
  'never-read': 'Never read',
  unowned: 'Of no service',
};
