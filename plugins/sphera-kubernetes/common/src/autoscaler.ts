import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment, placeSchema } from './place';

/** The least and the most that a bound may be set to, both allowed. */
export const rangeSchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
});

/** What the guardrails leave open for one autoscaler, as it stands. */
export const allowedBoundsSchema = z.object({
  minReplicas: rangeSchema,
  maxReplicas: rangeSchema,
  largestRatio: z
    .number()
    .optional()
    .describe('maxReplicas may be at most this many times minReplicas'),
  limits: z
    .array(z.string())
    .describe('Each limit in force, in words, with where it is set'),
});

/** An autoscaler (HorizontalPodAutoscaler) of a deployment. */
export const autoscalerSchema = placeSchema.extend({
  deployment: z.string().describe('Name of the deployment it scales'),
  minReplicas: z.number().int(),
  maxReplicas: z.number().int(),
  currentReplicas: z.number().int(),
  desiredReplicas: z.number().int().describe('What the load calls for'),
  metrics: z.array(
    z.object({
      name: z.string().describe('cpu, memory, or the name of a metric'),
      unit: z
        .enum(['percent', 'quantity'])
        .describe('percent: of what the pods request'),
      current: z.string().optional().describe('Absent while it is unknown'),
      target: z.string(),
    }),
  ),
  limited: z
    .string()
    .optional()
    .describe('Why it would scale further but may not, in words'),
  trouble: z
    .string()
    .optional()
    .describe('Why it cannot scale at all, in words'),
  perPod: z
    .object({
      cpuCores: z.number().optional(),
      memoryBytes: z.number().optional(),
    })
    .describe('What one pod requests'),
  gitOps: z
    .object({ tool: z.enum(['argocd', 'flux']), owner: z.string() })
    .optional()
    .describe('Who would overwrite bounds that were set by hand'),
  allowed: allowedBoundsSchema,
  override: z
    .object({
      setBy: z.string(),
      setAt: moment('When the bounds were set'),
      reason: z.string(),
      minReplicas: z.number().int(),
      maxReplicas: z.number().int(),
      fallBackTo: z.object({
        minReplicas: z.number().int(),
        maxReplicas: z.number().int(),
      }),
      expiresAt: moment('When they fall back by themselves').optional(),
    })
    .optional()
    .describe('The bounds that were last set through the portal'),
});

/** An autoscaler of a deployment. */
export type Autoscaler = z.output<typeof autoscalerSchema>;
export type AllowedBounds = z.output<typeof allowedBoundsSchema>;

/** A page of autoscalers. */
export const autoscalersPageSchema = pageOf(autoscalerSchema);
