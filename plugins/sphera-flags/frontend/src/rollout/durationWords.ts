import { Duration } from 'luxon';

/** An ISO 8601 duration as people say it: `10 minutes`, `1 hour, 30 minutes`. */
export function durationInWords(duration: string): string {
  return Duration.fromISO(duration, { locale: 'en' }).rescale().toHuman();
}
