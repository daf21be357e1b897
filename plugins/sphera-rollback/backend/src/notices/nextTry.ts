import type { Retry } from '../running/KeptRollback';

/** From the first wait to the longest, in milliseconds; each is twice the one before. */
const FIRST = 2_000;
const LONGEST = 60_000;

/** When to try again what failed just now. @param retryAfter - not before so many milliseconds have passed */
export function nextTry(
  before: Retry | undefined,
  now: number,
  retryAfter = 0,
): Retry {
  const tries = (before?.tries ?? 0) + 1;
  const wait = Math.min(FIRST * 2 ** (tries - 1), LONGEST);
  return { tries, at: now + Math.max(wait, retryAfter) };
}
