import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment, secretsPlaceSchema } from './place';
import { DRIFT_KINDS } from './secret';

/**
 * What can be found about the secrets of the fleet: drift; not to the standard;
 * past its rotation date (`overdue`); unchanged for longer than the set age
 * (`old`); not read within the set time (`never-read`); of no service of the
 * catalog (`unowned`).
 */
export const FINDING_KINDS = [
  ...DRIFT_KINDS,
  'not-to-standard',
  'overdue',
  'old',
  'never-read',
  'unowned',
] as const;

/** One kind of finding. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that was found about one secret in one environment. */
export const findingSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  service: z.string().optional().describe('Entity ref; absent: nobody owns it'),
  name: z
    .string()
    .describe('As operations take it; the full name where unowned'),
  environment: z.string(),
  regions: z.array(z.string()).describe('Where it is so'),
  fullNames: z
    .array(z.string())
    .describe('On AWS, one for each region; empty where missing'),
  sentence: z.string().describe('What is wrong and what would be right'),
  since: moment('Since when, where that is known').optional(),
});

/** Something that was found about one secret in one environment. */
export type Finding = z.output<typeof findingSchema>;

/** Findings of the fleet. */
export const findingsPageSchema = pageOf(findingSchema).extend({
  counts: z
    .record(z.enum(FINDING_KINDS), z.number().int())
    .describe('How many there are of each kind, with the other filters'),
  places: z.array(secretsPlaceSchema).describe('In the order of the fleet'),
});
