import { DateTime } from 'luxon';
import type { Run } from '@sphera/plugin-rollback-common';
import { exactly } from '@sphera/plugin-operations-react';
import { durationInWords } from '../parts/durationWords';
import type { Bar, BarKind } from './lanes';

/** What each way to draw a run means. */
export const KIND_WORDS: Record<BarKind, string> = {
  current: 'is to run now',
  well: 'ran well',
  taken: 'taken away by a rollback',
  short: 'replaced soon',
};

/** From when to when a run was, and how long. */
export function spanInWords(run: Run, now: Date): string {
  const from = DateTime.fromISO(run.deployedAt);
  const to = run.endedAt
    ? DateTime.fromISO(run.endedAt)
    : DateTime.fromJSDate(now);
  const lasted = durationInWords(to.diff(from).toISO() ?? '');
  return run.endedAt
    ? `${exactly(run.deployedAt)} to ${exactly(run.endedAt)} (${lasted})`
    : `since ${exactly(run.deployedAt)} (${lasted})`;
}

/** A run in one sentence, for who hears the page. */
export function barInWords({ version, kind, run }: Bar, now: Date): string {
  const by = run.deployedBy.replace(/^\w+:[^/]+\//, '');
  return `${version}, ${KIND_WORDS[kind]}, ${spanInWords(run, now)}, by ${by}`;
}
