import { z } from 'zod/v3';
import { moment } from './moment';
import { planSchema } from './plan';
import { ROLLBACK_STATES, rollbackSchema } from './rollback';

/** What it would take to have a system as it was at a moment. */
export const setPlanSchema = z.object({
  system: z.string(),
  environment: z.string(),
  at: moment('The moment to go back to'),
  plans: z.array(planSchema).describe('Services that would be rolled back'),
  others: z
    .array(z.object({ service: z.string(), sentence: z.string() }))
    .describe('Services that stay as they are, and why'),
});

/** What it would take to have a system as it was at a moment. */
export type SetPlan = z.output<typeof setPlanSchema>;

/** Several services rolled back together. */
export const rollbackSetSchema = z.object({
  id: z.string(),
  system: z.string(),
  environment: z.string(),
  at: moment('The moment gone back to'),
  reason: z.string(),
  startedBy: z.string(),
  startedAt: moment('When it was asked for'),
  state: z.enum(ROLLBACK_STATES).describe('Running while one of them is'),
  sentence: z.string().describe('How it stands, in words'),
  rollbacks: z.array(rollbackSchema),
});

/** Several services rolled back together. */
export type RollbackSet = z.output<typeof rollbackSetSchema>;
