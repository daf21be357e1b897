import { DateTime } from 'luxon';

/** Milliseconds since 1970 as answers carry them. */
export function toMoment(at: number): string;
export function toMoment(at: number | undefined): string | undefined;
export function toMoment(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** A day as people read it: `24 December 2026`. */
export function dayInWords(at: number): string {
  return DateTime.fromMillis(at, { zone: 'utc', locale: 'en' }).toFormat(
    'd MMMM yyyy',
  );
}
