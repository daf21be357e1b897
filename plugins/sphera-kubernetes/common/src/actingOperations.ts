import {
  defineOperation,
  durationField,
  idField,
  reasonField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { autoscalerSchema } from './autoscaler';
import { one, plugin } from './inputFields';
import { RESTART_STATES, restartSchema } from './restart';

const replicasField = z
  .number()
  .int('must be a whole number of pods')
  .min(1, 'must be at least 1')
  .max(10_000, 'must be at most 10000');
/** As `kubectl rollout restart` does, with checks first. */
export const restartDeployment = defineOperation({
  plugin,
  name: 'restart-deployment',
  title: 'Restart',
  description:
    'Replaces all pods of a deployment one after the other, as "kubectl rollout restart" does. Refused while that would be unsafe: a rollout in progress, a strategy that would take all pods down, no ready pod, a recent restart, a disruption budget that allows none.',
  effect: 'write',
  stoppedBy: 'restart',
  input: z.object({ ...one, reason: reasonField }),
  output: restartSchema,
});

/** New bounds within the guardrails. */
export const setAutoscalerBounds = defineOperation({
  plugin,
  name: 'set-autoscaler-bounds',
  title: 'Set autoscaler bounds',
  description:
    'Sets how few and how many pods an autoscaler may run, within the guardrails. With expiresIn they fall back by themselves to what they were.',
  effect: 'write',
  stoppedBy: 'scale',
  input: z.object({
    ...one,
    minReplicas: replicasField,
    maxReplicas: replicasField,
    reason: reasonField,
    expiresIn: durationField
      .optional()
      .describe('How long they hold, ISO 8601, like PT6H; absent: for good'),
  }),
  output: autoscalerSchema,
});

/** Notes how a restart ended. */
export const settleRestart = defineOperation({
  plugin,
  name: 'settle-restart',
  title: 'Restart ended',
  description: 'Notes the outcome of a restart.',
  effect: 'write',
  internal: true,
  input: z.object({
    id: idField,
    state: z.enum(RESTART_STATES),
    sentence: z.string(),
  }),
  output: restartSchema,
  unknownTargets: 'answer',
});

/** Notes whether bounds arrived whose answer was lost. */
export const settleAutoscalerBounds = defineOperation({
  plugin,
  name: 'settle-autoscaler-bounds',
  title: 'Autoscaler bounds settled',
  description:
    'Notes whether bounds are in force that a cluster was asked for without an answer.',
  effect: 'write',
  internal: true,
  input: z.object({ id: idField }),
  output: z.object({
    arrived: z.boolean(),
    sentence: z.string().describe('What was found, in words'),
  }),
  unknownTargets: 'answer',
});

/** Lets bounds fall back whose time is up. */
export const restoreAutoscalerBounds = defineOperation({
  plugin,
  name: 'restore-autoscaler-bounds',
  title: 'Autoscaler bounds fall back',
  description: 'Sets bounds back to what they were before an event.',
  effect: 'write',
  internal: true,
  input: z.object({ id: idField }),
  output: z.object({
    restored: z.boolean(),
    sentence: z.string().describe('What happened, in words'),
  }),
  unknownTargets: 'answer',
});
