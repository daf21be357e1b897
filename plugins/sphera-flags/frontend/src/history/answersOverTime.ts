import type { FlagChange } from '@sphera/plugin-flags-common';
import { answeredAfter, followStateOf } from './following';

/** Answers that came in one stretch of time. */
export interface Stretch {
  followed: number;
  refused: number;
}

/**
 * When clusters answered a change: from it to the last answer in stretches of equal length.
 *
 * @param count - how many stretches.
 * @returns them in order, and how long all of them are, in milliseconds; undefined where nobody answered yet.
 */
export function answersOverTime(
  change: FlagChange,
  count: number,
): { stretches: Stretch[]; lengthMs: number } | undefined {
  const answers = change.clusters.flatMap(one => {
    const after = answeredAfter(change, one);
    return after === undefined ? [] : [{ after, state: followStateOf(one) }];
  });
  if (answers.length === 0) return undefined;
  const lengthMs = Math.max(1, ...answers.map(({ after }) => after));
  const stretches = Array.from({ length: count }, () => ({
    followed: 0,
    refused: 0,
  }));
  for (const { after, state } of answers) {
    const at = Math.min(count - 1, Math.floor((after / lengthMs) * count));
    stretches[at][state === 'refused' ? 'refused' : 'followed'] += 1;
  }
  return { stretches, lengthMs };
}
