import {
  FreezeWindow,
  Occurrence,
  WEEKDAYS,
  WeekMoment,
} from '@sphera/plugin-locks-common';
import { IANAZone } from 'luxon';

/** When a window is open, each week, on the wall clock of its time zone. */
export type WeeklyTimes = Pick<FreezeWindow, 'from' | 'to' | 'timeZone'>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
// 1 January 1970 was a Thursday.
const FIRST_MONDAY = -3 * DAY;

/**
 * The next times that a window is open, the present one first if it is open now.
 *
 * A wall clock that is put forward skips an hour, one that is put back repeats
 * one. A skipped time is the moment of the jump; of a repeated one the first
 * begins a window and the last ends it. So a window is open whenever the wall
 * clock reads a time inside it. Weeks in which nothing is left of it are left out.
 */
export function occurrences(
  { from, to, timeZone }: WeeklyTimes,
  now: Date,
  count: number,
): Occurrence[] {
  const zone = IANAZone.create(timeZone);
  const begin = sinceMonday(from);
  const end = sinceMonday(to);
  const length = end > begin ? end - begin : end - begin + WEEK;
  const found: Occurrence[] = [];
  // One that is open now began in this week or the one before.
  let monday = mondayBefore(wallClock(now.getTime(), zone)) - WEEK;
  for (; found.length < count; monday += WEEK) {
    const opens = momentsOf(monday + begin, zone)[0];
    const closes = momentsOf(monday + begin + length, zone).at(-1)!;
    if (closes > now.getTime() && opens < closes) {
      found.push({ start: iso(opens), end: iso(closes) });
    }
  }
  return found;
}

function sinceMonday({ day, time }: WeekMoment): number {
  const [hours, minutes] = time.split(':').map(Number);
  return WEEKDAYS.indexOf(day) * DAY + (hours * 60 + minutes) * MINUTE;
}

function mondayBefore(wall: number): number {
  return Math.floor((wall - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/** What a wall clock in the zone reads at a moment: as milliseconds, as if it hung in UTC. */
function wallClock(at: number, zone: IANAZone): number {
  return at + zone.offset(at) * MINUTE;
}

/** The moments at which a wall clock in the zone reads a time: one, or two where it is put back. */
function momentsOf(wall: number, zone: IANAZone): number[] {
  const offsets = [wall - DAY, wall + DAY].map(at => zone.offset(at) * MINUTE);
  const candidates = offsets.map(offset => wall - offset);
  const real = candidates.filter(at => wallClock(at, zone) === wall);
  return real.length > 0 ? real : [jumpAfter(Math.min(...candidates), zone)];
}

function jumpAfter(at: number, zone: IANAZone): number {
  const before = zone.offset(at);
  let jump = at;
  while (zone.offset(jump) === before) jump += MINUTE;
  return jump;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
