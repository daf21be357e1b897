import { z } from 'zod/v3';
import { CELL_STATES } from './secret';

/** How one secret of a service is in two places. */
export const comparedSecretSchema = z.object({
  name: z.string(),
  verdict: z
    .enum(['same', 'different', 'only-here', 'only-there', 'unknown'])
    .describe('unknown: the values could not be compared yet'),
  here: z.enum(CELL_STATES),
  there: z.enum(CELL_STATES),
  changedHereAt: z.string().optional(),
  changedThereAt: z.string().optional(),
});

/** How one secret of a service is in two places. */
export type ComparedSecret = z.output<typeof comparedSecretSchema>;
