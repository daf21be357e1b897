import type { Flag } from '@sphera/plugin-flags-common';
import { DateTime } from 'luxon';

/** Why a flag exists, in words. */
export const PURPOSE_WORDS: Record<NonNullable<Flag['purpose']>, string> = {
  release: 'for a release',
  experiment: 'an experiment',
  operations: 'a switch for operations',
  permission: 'says who may see what',
};

/** `2027-03-31` as people write it: `31 Mar 2027`. */
export function dayInWords(day: string): string {
  return DateTime.fromISO(day, { locale: 'en' }).toFormat('d LLL yyyy');
}
