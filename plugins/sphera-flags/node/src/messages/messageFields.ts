import { z } from 'zod/v3';

/** A whole number from 1 that every program and database can hold. */
export const revision = z
  .number()
  .int('must be a whole number')
  .positive('must be a whole number from 1')
  .max(Number.MAX_SAFE_INTEGER, 'is too large');

/** How many. */
export const count = z
  .number()
  .int('must be a whole number')
  .nonnegative('must be a whole number from 0')
  .max(Number.MAX_SAFE_INTEGER, 'is too large');

// Zod's own check of moments makes its expression anew each time, which is more work than all the rest of a report.
const MOMENT = z.datetimeRegex({ offset: true });

/** A moment, ISO 8601 with its offset. */
export const moment = z
  .string()
  .max(40)
  .regex(MOMENT, 'must be an ISO 8601 time, like 2026-11-24T16:00:00Z');

/** A text of which the rest is cut off. */
export const clippedText = (longest: number) =>
  z.string().transform(text => text.slice(0, longest));
