import { z } from 'zod/v3';
import { moment, placeSchema } from './place';

/** What a change did in one place. */
export const OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'deleted',
  'restored',
  'put-back',
] as const;

/** What a change did in one place. */
export type Outcome = (typeof OUTCOMES)[number];

/** What a change did, place by place. */
export const placeOutcomeSchema = placeSchema.extend({
  fullName: z.string(),
  outcome: z.enum(OUTCOMES),
  versionId: z.string().optional().describe('The version that is current now'),
  sentence: z
    .string()
    .optional()
    .describe('What else there is to say: why it was left alone, say'),
});

/** What a change did in one place. */
export type PlaceOutcome = z.output<typeof placeOutcomeSchema>;

/** A change that reached every place it was meant for. */
export const changeAnswerSchema = z.object({
  change: z.string().describe('Id of the change'),
  places: z.array(placeOutcomeSchema),
});

/** A change that reached every place it was meant for. */
export type ChangeAnswer = z.output<typeof changeAnswerSchema>;

/**
 * A change that did not reach every place: `finish-change` takes it to the rest,
 * `undo-change` takes it back. Also `details` of the error that said so (502).
 */
export const unfinishedChangeSchema = z.object({
  change: z.string(),
  operation: z.enum([
    'create-secret',
    'update-secret',
    'copy-secret',
    'adopt-secret',
  ]),
  name: z.string(),
  by: z.string().describe('Who asked for it'),
  at: moment('When'),
  done: z.array(placeSchema),
  failed: z.array(
    placeSchema.extend({ problem: z.string().describe('A sentence') }),
  ),
});

/** A change that did not reach every place. */
export type UnfinishedChange = z.output<typeof unfinishedChangeSchema>;
