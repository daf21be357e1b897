import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { unfinishedChangeSchema } from './change';
import { moment, placeSchema, secretsPlaceSchema } from './place';

/**
 * What is so of one secret in one place, the gravest first where several are:
 *
 * - `unseen`: its place has never been looked at to the end
 * - `pending-deletion`: deleted, can still be restored
 * - `missing`: other regions of the environment have it
 * - `stale`: it holds a value that other regions of the environment held before
 * - `different`: its value differs from the one most regions of the environment hold
 * - `not-to-standard`: name, tags, key or content are not as the standard says
 * - `present`: nothing is wrong
 * - `absent`: no region of the environment has it, perhaps on purpose, or the service does not run in this one
 */
export const CELL_STATES = [
  'unseen',
  'pending-deletion',
  'missing',
  'stale',
  'different',
  'not-to-standard',
  'present',
  'absent',
] as const;

/** What is so of one secret in one place. */
export type CellState = (typeof CELL_STATES)[number];

/** States that are drift: what differs between regions of one environment. */
export const DRIFT_KINDS = ['missing', 'stale', 'different'] as const;

/** One way in which regions of an environment differ. */
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** One secret in one place. Never its value. */
export const secretCellSchema = placeSchema.extend({
  state: z.enum(CELL_STATES),
  sentence: z
    .string()
    .optional()
    .describe('What is wrong and what would be right, in words'),
  fullName: z.string().optional().describe('Its name on AWS'),
  versionId: z.string().optional().describe('The version that is current'),
  encoding: z.enum(['text', 'binary']).optional(),
  createdAt: moment('When it was created').optional(),
  changedAt: moment('When it was last changed').optional(),
  changedBy: z
    .string()
    .optional()
    .describe('Who set the current version, where the portal did it for them'),
  readAt: moment('The day it was last read; AWS knows no more').optional(),
  rotateBy: moment('When its value should have been replaced').optional(),
  deletedAt: moment('When it was deleted').optional(),
  recoverableUntil: moment('Until when it can be restored').optional(),
  problems: z
    .array(z.string())
    .describe('Sentences: what is not to the standard'),
  isOverdue: z.boolean().describe('Past its rotation date'),
  isOld: z.boolean().describe('Unchanged for longer than the set age'),
});

/** One secret in one place. */
export type SecretCell = z.output<typeof secretCellSchema>;

/** One secret of a service in every place. */
export const secretRowSchema = z.object({
  name: z
    .string()
    .describe(
      'As operations take it; the full name where that is not to the standard',
    ),
  description: z.string().optional(),
  differsByRegion: z
    .boolean()
    .describe('Each region has a value of its own, on purpose'),
  drift: z.array(z.enum(DRIFT_KINDS)).describe('Empty: none'),
  cells: z
    .array(secretCellSchema)
    .describe('One for each of the places, in their order'),
});

/** One secret of a service in every place. */
export type SecretRow = z.output<typeof secretRowSchema>;

/** The secrets of one service. */
export const secretsOfServiceSchema = pageOf(secretRowSchema).extend({
  places: z.array(secretsPlaceSchema).describe('In the order of the fleet'),
  unfinished: z
    .array(unfinishedChangeSchema)
    .describe('Changes that did not reach every place'),
  environments: z
    .array(
      z.object({
        environment: z.string(),
        secrets: z.number().int(),
        drifting: z.number().int(),
        isComplete: z
          .boolean()
          .describe(
            'Every place is seen, and no secret is missing, stale or different',
          ),
      }),
    )
    .describe('In sum, whatever the filters'),
});

/** The secrets of one service. */
export type SecretsOfService = z.output<typeof secretsOfServiceSchema>;
