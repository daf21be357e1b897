import { Duration } from 'luxon';
import { z } from 'zod/v3';

const WANTED =
  'must be a length of time, like { minutes: 5 } or an ISO 8601 duration like PT5M';
const UNITS = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
] as const;
const amounts = z
  .object(
    Object.fromEntries(
      UNITS.map(unit => [unit, z.number({ message: WANTED }).optional()]),
    ),
  )
  .strict();

/** A length of time as the configuration takes it: as Backstage writes them, or ISO 8601. Comes out in milliseconds. */
export const durationSetting = z
  .union([z.string(), amounts], { errorMap: () => ({ message: WANTED }) })
  .transform((setting, context): number => {
    const duration =
      typeof setting === 'string'
        ? Duration.fromISO(setting)
        : Duration.fromObject(setting);
    const length = duration.toMillis();
    if (duration.isValid && length >= 0) return length;
    context.addIssue({ code: z.ZodIssueCode.custom, message: WANTED });
    return z.NEVER;
  });
