import { DateTime } from 'luxon';

/** When a lock should end, as a person chooses it. */
export type UntilChoice =
  | 'unlocked'
  | 'an-hour'
  | 'four-hours'
  | 'tomorrow'
  | 'moment';

/** What a person chose; `moment` counts where the choice is `moment`. */
export interface Until {
  choice: UntilChoice;
  /** Null while none is chosen. */
  moment: Date | null;
}

/** Until somebody takes it off. */
export const untilUnlocked: Until = { choice: 'unlocked', moment: null };

/** The fields of `lock` and `freeze-merges` that say so. */
export function untilFields(
  until: Until,
  now: Date,
): { expiresAt?: string; expiresIn?: string } {
  switch (until.choice) {
    case 'an-hour':
      return { expiresIn: 'PT1H' };
    case 'four-hours':
      return { expiresIn: 'PT4H' };
    case 'tomorrow':
      return { expiresAt: tomorrowMorning(now).toISOString() };
    case 'moment':
      return { expiresAt: until.moment?.toISOString() };
    default:
      return {};
  }
}

/** 09:00 of the next day, on the reader's clock. */
export function tomorrowMorning(now: Date): Date {
  return DateTime.fromJSDate(now)
    .plus({ days: 1 })
    .set({ hour: 9, minute: 0, second: 0, millisecond: 0 })
    .toJSDate();
}
