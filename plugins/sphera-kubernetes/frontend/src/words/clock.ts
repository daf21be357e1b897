import { DateTime } from 'luxon';

/** A past moment as short as it stays clear on the reader's clock: `14:05`, `Mon, 14:05`, `3 Nov, 14:05`. */
export function clockTime(time: string, now: Date = new Date()): string {
  const moment = DateTime.fromISO(time, { locale: 'en' });
  const today = DateTime.fromJSDate(now);
  if (moment.hasSame(today, 'day')) return moment.toFormat('HH:mm');
  const isThisWeek = today.diff(moment, 'days').days < 6;
  return moment.toFormat(isThisWeek ? 'ccc, HH:mm' : 'd LLL, HH:mm');
}
