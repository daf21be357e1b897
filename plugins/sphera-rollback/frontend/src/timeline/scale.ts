import { DateTime, type DurationLikeObject } from 'luxon';
import type { Lane } from './lanes';

const MOST_BARS = 12;
const MOST_TICKS = 6;
// Regions are deployed one after the other: what ended in one as the span began is no part of it.
const LEAST_PART = 0.01;
const STEPS: {
  step: DurationLikeObject;
  from: 'hour' | 'day' | 'week' | 'month' | 'year';
  format: string;
}[] = [
  { step: { minutes: 15 }, from: 'hour', format: 'HH:mm' },
  { step: { hours: 1 }, from: 'hour', format: 'HH:mm' },
  { step: { hours: 6 }, from: 'day', format: 'd LLL, HH:mm' },
  { step: { days: 1 }, from: 'day', format: 'd LLL' },
  { step: { days: 2 }, from: 'day', format: 'd LLL' },
  { step: { days: 4 }, from: 'week', format: 'd LLL' },
  { step: { weeks: 1 }, from: 'week', format: 'd LLL' },
  { step: { weeks: 2 }, from: 'week', format: 'd LLL' },
  { step: { months: 1 }, from: 'month', format: 'LLL yyyy' },
  { step: { months: 3 }, from: 'year', format: 'LLL yyyy' },
  { step: { years: 1 }, from: 'year', format: 'yyyy' },
];

/** A stretch of time, in milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

/** The stretch that is drawn: the last dozen of runs, up to now. */
export function spanOf(lanes: readonly Lane[], now: Date): Span {
  const begins = new Set(
    lanes.flatMap(({ bars }) =>
      bars.map(({ run }) => Date.parse(run.deployedAt)),
    ),
  );
  const newest = [...begins].sort((a, b) => b - a).slice(0, MOST_BARS);
  const to = now.getTime();
  return { from: Math.min(newest.at(-1) ?? to, to - 1), to };
}

/** Where a moment is in a span: 0 at its begin, 1 at its end, cut off beyond. */
export function shareAt(span: Span, time: number): number {
  const share = (time - span.from) / (span.to - span.from);
  return Math.min(1, Math.max(0, share));
}

/** Whether a run is to be seen in a span: more of it than its last moments. */
export function hasPart(
  span: Span,
  run: { deployedAt: string; endedAt?: string },
): boolean {
  if (!run.endedAt || Date.parse(run.deployedAt) >= span.from) return true;
  return shareAt(span, Date.parse(run.endedAt)) > LEAST_PART;
}

/** A few round moments in a span, with their names on the reader's clock. */
export function ticksOf(span: Span): { at: number; label: string }[] {
  const found = STEPS.map(({ step, from, format }) => {
    const ticks = [];
    let moment = DateTime.fromMillis(span.from, { locale: 'en' }).startOf(from);
    while (moment.toMillis() < span.to && ticks.length <= MOST_TICKS) {
      if (moment.toMillis() > span.from) {
        ticks.push({
          at: shareAt(span, moment.toMillis()),
          label: moment.toFormat(format),
        });
      }
      moment = moment.plus(step);
    }
    return ticks;
  });
  return found.find(({ length }) => length <= MOST_TICKS) ?? found.at(-1)!;
}
