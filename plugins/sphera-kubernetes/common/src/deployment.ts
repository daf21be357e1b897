import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { autoscalerSchema } from './autoscaler';
import { driftSchema } from './drift';
import { moment, placeSchema } from './place';
import { podSchema } from './pod';
import { restartSchema } from './restart';

/**
 * How a rollout stands: `done` all pods run the wanted version; `rolling` pods are being replaced;
 * `stuck` it passed its deadline (`ProgressDeadlineExceeded`) or its new pods cannot start; `paused`;
 * `off` no pods are wanted.
 */
export const ROLLOUT_STATES = [
  'done',
  'rolling',
  'stuck',
  'paused',
  'off',
] as const;

/**
 * How it is for its users: `healthy` all wanted pods are ready; `degraded` some are not; `down` none is
 * although some are wanted; `off` none is wanted.
 */
export const HEALTH_STATES = ['healthy', 'degraded', 'down', 'off'] as const;

/** Who would overwrite a change that was made by hand, read from labels and annotations. */
export const gitOpsSchema = z.object({
  tool: z.enum(['argocd', 'flux']),
  owner: z.string().describe('The Argo CD application, or Flux object'),
});

/** Who would overwrite a change that was made by hand. */
export type GitOps = z.output<typeof gitOpsSchema>;

/** What keeps a deployment going by itself. */
export const safeguardsSchema = z
  .object({
    autoscalers: z.array(
      z.object({
        name: z.string(),
        minReplicas: z.number().int(),
        maxReplicas: z.number().int(),
      }),
    ),
    disruptionBudgets: z.array(
      z.object({
        name: z.string(),
        desiredHealthy: z
          .number()
          .int()
          .describe('How many pods stay when nodes are emptied'),
      }),
    ),
  })
  .describe('What scales it, and what keeps its pods; absent: nothing does');

/** One deployment of a service in one cluster. */
export const deploymentSchema = placeSchema.extend({
  version: z
    .string()
    .describe('Tag of its main image, or app.kubernetes.io/version'),
  images: z.array(z.object({ container: z.string(), image: z.string() })),
  replicas: z.object({
    desired: z.number().int(),
    ready: z.number().int(),
    updated: z.number().int().describe('Of the wanted version'),
    available: z.number().int(),
  }),
  rollout: z.object({
    state: z.enum(ROLLOUT_STATES),
    sentence: z.string().optional().describe('What it waits for, in words'),
  }),
  health: z.enum(HEALTH_STATES),
  trouble: z
    .string()
    .optional()
    .describe('The worst that its pods suffer from, in words'),
  deployedAt: moment('Since when this version is wanted here').optional(),
  gitOps: gitOpsSchema.optional(),
  safeguards: safeguardsSchema.optional(),
});

/** One deployment of a service in one cluster. */
export type Deployment = z.output<typeof deploymentSchema>;
export type RolloutState = (typeof ROLLOUT_STATES)[number];
export type Health = (typeof HEALTH_STATES)[number];

/** A page of deployments. */
export const deploymentsPageSchema = pageOf(deploymentSchema);

const quantities = z
  .object({ cpu: z.string().optional(), memory: z.string().optional() })
  .describe('As Kubernetes writes quantities: 500m, 1Gi');

/** Everything about one deployment. */
export const deploymentDetailsSchema = deploymentSchema.extend({
  createdAt: moment('When it was created'),
  strategy: z.object({
    type: z.string().describe('RollingUpdate or Recreate'),
    maxSurge: z.string().optional(),
    maxUnavailable: z.string().optional(),
  }),
  conditions: z.array(
    z.object({
      type: z.string(),
      status: z.string(),
      reason: z.string().optional(),
      message: z.string().optional(),
      since: moment('Since when').optional(),
    }),
  ),
  containers: z.array(
    z.object({
      name: z.string(),
      image: z.string(),
      requests: quantities,
      limits: quantities,
    }),
  ),
  history: z
    .array(
      z.object({
        revision: z.number().int(),
        version: z.string(),
        images: z.array(z.string()),
        createdAt: moment('When this revision was first rolled out'),
        replicas: z.number().int(),
        ready: z.number().int(),
        current: z.boolean(),
      }),
    )
    .describe('Its ReplicaSets, the newest revision first'),
  disruptionBudgets: z.array(
    z.object({
      name: z.string(),
      disruptionsAllowed: z.number().int(),
      currentHealthy: z.number().int(),
      desiredHealthy: z.number().int(),
    }),
  ),
  pods: z.array(podSchema),
  autoscalers: z.array(autoscalerSchema),
  drift: z.array(driftSchema).describe('What concerns this deployment'),
  restart: restartSchema
    .optional()
    .describe('The latest restart through the portal'),
  restartable: z.object({
    allowed: z.boolean(),
    reason: z
      .string()
      .optional()
      .describe('Why it cannot be restarted now, and what to do'),
  }),
});

/** Everything about one deployment. */
export type DeploymentDetails = z.output<typeof deploymentDetailsSchema>;
