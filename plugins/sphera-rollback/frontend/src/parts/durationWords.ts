import { Duration } from 'luxon';

const UNITS = ['days', 'hours', 'minutes'] as const;

/** An ISO 8601 duration as people say it, rounded down: `12 days`, `1 hour`; `under a minute`. */
export function durationInWords(duration: string): string {
  const parts = Duration.fromISO(duration).shiftTo(...UNITS, 'seconds');
  const unit = UNITS.find(one => parts[one] >= 1);
  if (!unit) return 'under a minute';
  const count = Math.floor(parts[unit]);
  return count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`;
}
