import { Duration } from 'luxon';

/** A moment as answers have it. */
export const moment = (milliseconds: number): string =>
  new Date(milliseconds).toISOString();

/** The same of one that may be absent. */
export const momentOrNone = (
  milliseconds: number | undefined,
): string | undefined =>
  milliseconds === undefined ? undefined : moment(milliseconds);

/** A length of time as answers have it, ISO 8601: `PT10M`. */
export const lengthOfTime = (milliseconds: number): string =>
  Duration.fromMillis(milliseconds).rescale().toISO()!;
