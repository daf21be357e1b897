import type { CheckConclusion, CheckRunWish } from '../pullRequests/CheckRuns';

/** How long it ran, in milliseconds. */
const TOOK = 140_000;

/** A check that ended some time ago. */
export const endedRun = (
  name: string,
  conclusion: CheckConclusion,
  { at, title }: { /** In milliseconds. */ at: number; title?: string },
): CheckRunWish => ({
  name,
  status: 'completed',
  conclusion,
  startedAt: at - TOOK,
  endedAt: at,
  ...(title && { output: { title, summary: title } }),
});
