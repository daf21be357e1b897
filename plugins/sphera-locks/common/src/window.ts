import {
  actionsField,
  environmentField,
  LOCKABLE_ACTIONS,
  pageOf,
  reasonField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { IANAZone } from 'luxon';
import { z } from 'zod/v3';

/** Days of the week as freeze windows name them, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A moment of each week, on the wall clock of the window's time zone. */
const weekMoment = z
  .object({
    day: z.enum(WEEKDAYS),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, like 16:00'),
  })
  .strict();

/** A moment of each week, on the wall clock of the window's time zone. */
export type WeekMoment = z.output<typeof weekMoment>;

const timeZone = z
  .string()
  .max(64, 'must be a time zone, like Europe/Berlin')
  .refine(name => IANAZone.isValidZone(name), {
    message: 'must be a time zone, like Europe/Berlin',
  });

/** What somebody says about a recurring freeze window. */
export const windowFields = {
  service: serviceField.optional(),
  environment: environmentField.optional(),
  actions: actionsField.default(['deploy']),
  from: weekMoment.describe('When it begins, each week'),
  to: weekMoment.describe('When it ends, each week'),
  timeZone: timeZone.describe('IANA name of the time zone of both'),
  reason: reasonField,
};

/** A freeze window: a lock that comes back each week. */
export const windowSchema = z.object({
  id: z.string(),
  service: z.string().optional(),
  environment: z.string().optional(),
  actions: z.array(z.enum(LOCKABLE_ACTIONS)),
  from: weekMoment,
  to: weekMoment,
  timeZone: z.string(),
  reason: z.string(),
  origin: z
    .enum(['configuration', 'page'])
    .describe('Where it was set; one from the configuration is changed there'),
  createdBy: z
    .string()
    .optional()
    .describe('Who set it; absent: the configuration'),
  next: z
    .array(occurrenceSchema())
    .describe('Its next five times, the present one first if it is open now'),
});

/** A freeze window: a lock that comes back each week. */
export type FreezeWindow = z.output<typeof windowSchema>;

/** One time that a window is open. */
export type Occurrence = z.output<ReturnType<typeof occurrenceSchema>>;

/** A page of windows. */
export const windowsPageSchema = pageOf(windowSchema);

function occurrenceSchema() {
  return z.object({
    start: z.string().describe('ISO 8601 in UTC'),
    end: z.string().describe('ISO 8601 in UTC'),
  });
}

/** The next times of a window. */
export const occurrencesSchema = z.object({
  items: z.array(occurrenceSchema()),
});
