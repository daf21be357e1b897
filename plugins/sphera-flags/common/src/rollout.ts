import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** `stopped`: by itself, since a cluster refused or stayed silent; somebody resumes or aborts it. */
export const ROLLOUT_STATES = [
  'running',
  'paused',
  'stopped',
  'done',
  'aborted',
] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

const moment = z.string();

/** One ring: clusters that change together. */
const ringSchema = z.object({
  name: z.string(),
  state: z.enum(['waiting', 'sent', 'soaking', 'done']),
  sentAt: moment.optional(),
  /** When its last cluster acknowledged. */
  acknowledgedAt: moment.optional(),
  /** Until when it soaks. */
  soaksUntil: moment.optional(),
  clusters: z.array(
    z.object({
      cluster: z.string(),
      state: z.enum([
        'waiting',
        'queued',
        'on-its-way',
        'acknowledged',
        'refused',
        'silent',
      ]),
      sentence: z.string().optional(),
    }),
  ),
});

/** A change that reaches the clusters ring by ring. */
export const rolloutSchema = z.object({
  id: z.string(),
  flag: z.string(),
  service: z.string(),
  state: z.enum(ROLLOUT_STATES),
  /** How it stands, in one sentence. */
  sentence: z.string(),
  /** What becomes of the flag: `on`, `25 % on`. */
  value: z.string(),
  reason: z.string(),
  startedBy: z.object({ ref: z.string(), title: z.string() }),
  startedAt: moment,
  endedAt: moment.optional(),
  /** ISO 8601 duration. */
  soak: z.string(),
  rings: z.array(ringSchema),
});
export type Rollout = z.output<typeof rolloutSchema>;

export const rolloutsPageSchema = pageOf(rolloutSchema);
