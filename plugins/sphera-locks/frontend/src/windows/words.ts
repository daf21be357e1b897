import { FreezeWindow, WeekMoment } from '@sphera/plugin-locks-common';
import { DateTime } from 'luxon';
import { capitalized } from '../words';

/** `Friday 16:00 to Sunday 08:00, Europe/Berlin`. */
export function spanInWords(
  window: Pick<FreezeWindow, 'from' | 'to' | 'timeZone'>,
): string {
  const { from, to, timeZone } = window;
  return `${weekMoment(from)} to ${weekMoment(to)}, ${timeZone}`;
}

/** `Fri 27 Nov, 16:00`, on the wall clock of a time zone. */
export function wallClock(time: string, timeZone: string): string {
  return DateTime.fromISO(time, { zone: timeZone, locale: 'en' }).toFormat(
    'ccc d LLL, HH:mm',
  );
}

/** Whether the window is open at a moment; its present time comes first. */
export function isOpen(window: Pick<FreezeWindow, 'next'>, now: Date): boolean {
  const [first] = window.next;
  return Boolean(
    first && new Date(first.start) <= now && now < new Date(first.end),
  );
}

function weekMoment({ day, time }: WeekMoment): string {
  return `${capitalized(day)} ${time}`;
}
