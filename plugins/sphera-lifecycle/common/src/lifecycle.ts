import { z } from 'zod/v3';
import { stepSchema } from './step';

/** `present`: where the service is now. */
export const STAGE_STATES = ['done', 'present', 'ahead'] as const;

/** A part of the path. */
export const stageSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  state: z.enum(STAGE_STATES),
  /** The path is complete without it: a service is here when it retires. */
  isEnd: z.boolean().optional(),
  steps: z.array(stepSchema),
});

/** A part of the path. */
export type Stage = z.output<typeof stageSchema>;

/** Where a service stands, in short. */
export const standingSchema = z.object({
  service: z.string().describe('Entity ref'),
  title: z.string(),
  type: z.string().describe('Like microservice'),
  owners: z.array(z.string()),
  /** Name of the present stage. */
  stage: z.string(),
  /** Since when, ISO 8601. */
  since: z.string(),
  /** Longer than the settings allow for its stage. */
  isStuck: z.boolean(),
  /** The path is walked to its end, and nothing of it is broken. */
  isComplete: z.boolean(),
  /** What to do next, or what is waited for; without full stop. */
  next: z.string().optional(),
  /** Steps that were done and whose facts fail now. */
  broken: z.number().int(),
  /** Steps whose approval is asked for. */
  asked: z.array(z.object({ step: z.string(), title: z.string() })),
});

/** Where a service stands, in short. */
export type Standing = z.output<typeof standingSchema>;

/** The whole path of one service. */
export const lifecycleSchema = standingSchema.extend({
  stages: z.array(stageSchema),
  /** When it was first looked at, or created, ISO 8601. */
  beganAt: z.string(),
  /** Who created it; absent where it was there before its life cycle was kept. */
  beganBy: z.string().optional(),
});

/** The whole path of one service. */
export type Lifecycle = z.output<typeof lifecycleSchema>;
