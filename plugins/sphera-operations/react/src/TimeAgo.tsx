import { DateTime } from 'luxon';
import { useNow } from './useNow';

const JUST_NOW_SECONDS = 30;

/** A moment as people say it ("2 hours ago", "in 5 minutes"); exact when pointed at. */
export function TimeAgo(props: {
  /** ISO 8601. */
  time: string;
}) {
  const now = useNow();
  const moment = DateTime.fromISO(props.time, { locale: 'en' });
  return (
    <time dateTime={props.time} title={exactly(props.time)}>
      {spoken(moment, DateTime.fromJSDate(now))}
    </time>
  );
}

/** An ISO 8601 moment to the minute, with its time zone, on the reader's clock. */
export function exactly(time: string): string {
  return DateTime.fromISO(time, { locale: 'en' }).toFormat(
    'ccc, d LLL yyyy, HH:mm ZZZZ',
  );
}

function spoken(moment: DateTime, now: DateTime): string {
  const seconds = Math.abs(moment.diff(now).as('seconds'));
  if (seconds < JUST_NOW_SECONDS) return moment > now ? 'now' : 'just now';
  return moment.toRelative({ base: now }) ?? '';
}
