import { z } from 'zod/v3';
import { moment } from './place';

/** `superseded`: another rollout began before its pods were ready. */
export const RESTART_STATES = [
  'rolling',
  'done',
  'failed',
  'superseded',
] as const;

/** A restart through the portal, from the press of the button to its outcome. */
export const restartSchema = z.object({
  id: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  startedBy: z.string().describe('Entity ref of who asked for it'),
  startedAt: moment('When it was asked for'),
  reason: z.string(),
  state: z.enum(RESTART_STATES),
  pods: z.object({
    wanted: z.number().int(),
    ready: z.number().int().describe('New pods that are ready'),
  }),
  sentence: z.string().describe('How it stands, in words'),
  endedAt: moment('When its outcome was known').optional(),
});

/** A restart through the portal. */
export type Restart = z.output<typeof restartSchema>;
