import { z } from 'zod/v3';

/** What can be wrong with a record. */
export const PROBLEMS = [
  'changed',
  'removed',
  'inserted',
  'sealed-otherwise',
  'head-changed',
] as const;

/** Whether the audit log is still as it was written. */
export const verificationSchema = z.object({
  ok: z.boolean(),
  checked: z.number().int().describe('How many records were looked at'),
  first: z
    .number()
    .int()
    .optional()
    .describe(
      'seq of the oldest record that is kept; absent: the log is empty',
    ),
  last: z.number().int().optional().describe('seq of the newest record'),
  hash: z
    .string()
    .describe(
      'Hash of the newest record: written down elsewhere, it also shows later that the end was cut off',
    ),
  keyed: z
    .boolean()
    .describe('Whether new records are sealed with a key (sphera.audit.key)'),
  firstBad: z
    .object({
      seq: z.number().int(),
      problem: z.enum(PROBLEMS),
      explanation: z.string(),
    })
    .optional()
    .describe('The first record that is not as it was written'),
});

/** Whether the audit log is still as it was written. */
export type Verification = z.output<typeof verificationSchema>;

/** The first record that is not as it was written. */
export type BadRecord = NonNullable<Verification['firstBad']>;
