import { isDeepStrictEqual } from 'node:util';
import type { Seen } from '@sphera/plugin-lifecycle-node';
import type { KeptLook } from './KeptLook';

/** For so long it is not written down that a look found what the one before had found; milliseconds. */
const SAME_FOR_MS = 30_000;

/** What there is to keep after a look: where it failed, what was seen before stays, marked. */
export function lookAfter(
  before: KeptLook | undefined,
  look: { source: string; service: string; seen: Seen; at: number },
): KeptLook {
  const { source, service, seen, at } = look;
  if ('facts' in seen) {
    const { facts } = seen;
    return { source, service, lookedAt: at, seenAt: at, facts };
  }
  return {
    source,
    service,
    lookedAt: at,
    seenAt: before?.seenAt,
    facts: before?.facts ?? {},
    failing: { since: before?.failing?.since ?? at, sentence: seen.failed },
  };
}

/** Whether a look found what was found a moment before. */
export function isMereRepetition(
  before: KeptLook | undefined,
  after: KeptLook,
): boolean {
  return (
    before !== undefined &&
    after.lookedAt - before.lookedAt < SAME_FOR_MS &&
    isDeepStrictEqual(before.facts, after.facts) &&
    isDeepStrictEqual(before.failing, after.failing)
  );
}
