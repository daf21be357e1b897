import type { Problem } from '@sphera/plugin-merges-common';

/** What is wrong now; the same thing again is not new. @param now - milliseconds */
export function problemOf(
  before: Problem | undefined,
  sentence: string,
  now: number,
): Problem {
  const since =
    before?.sentence === sentence ? before.since : new Date(now).toISOString();
  return { sentence, since };
}
