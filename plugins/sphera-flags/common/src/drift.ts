import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { cellSchema } from './cell';

/** One thing that is not as it should be. */
export const driftSchema = z.object({
  flag: z.string(),
  /** Absent: a flag that nobody here knows. */
  service: z.string().optional(),
  kind: z.enum([
    /** Reported is not wanted, or refused, or silent. */
    'cell',
    /** What is wanted differs within an environment, outside of a roll-out. */
    'unlike',
  ]),
  sentence: z.string(),
  environment: z.string(),
  cells: z.array(cellSchema),
});
export type FlagDrift = z.output<typeof driftSchema>;

export const driftPageSchema = pageOf(driftSchema);
