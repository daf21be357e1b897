import { DateTime, Duration } from 'luxon';

/** How long bounds hold, as a person chooses it. */
export type ExpiryChoice =
  | 'for-good'
  | 'an-hour'
  | 'six-hours'
  | 'tomorrow'
  | 'moment';

/** What a person chose; `moment` counts where the choice is `moment`. */
export interface Expiry {
  choice: ExpiryChoice;
  /** Null while none is chosen. */
  moment: Date | null;
}

/** Until somebody sets others. */
export const forGood: Expiry = { choice: 'for-good', moment: null };

/** How long that is from now, ISO 8601; undefined: for good. */
export function expiresIn(expiry: Expiry, now: Date): string | undefined {
  switch (expiry.choice) {
    case 'an-hour':
      return 'PT1H';
    case 'six-hours':
      return 'PT6H';
    case 'tomorrow':
      return until(tomorrowMorning(now), now);
    case 'moment':
      return expiry.moment ? until(expiry.moment, now) : undefined;
    default:
      return undefined;
  }
}

/** 08:00 of the next day, on the reader's clock. */
export function tomorrowMorning(now: Date): Date {
  return DateTime.fromJSDate(now)
    .plus({ days: 1 })
    .set({ hour: 8, minute: 0, second: 0, millisecond: 0 })
    .toJSDate();
}

function until(moment: Date, now: Date): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  return Duration.fromObject({ seconds })
    .shiftTo('hours', 'minutes', 'seconds')
    .toISO()!;
}
