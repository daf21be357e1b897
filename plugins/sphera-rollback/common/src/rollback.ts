import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment } from './moment';
import { fileChangeSchema } from './plan';

/** `running` until one of the others; a rollback that is over stays so. */
export const ROLLBACK_STATES = [
  'running',
  'done',
  'failed',
  'cancelled',
] as const;
export type RollbackState = (typeof ROLLBACK_STATES)[number];

/**
 * In this order. `commit` writes the change; `push` brings it to the branch, or through a pull request; `unlock` takes
 * off the lock of an earlier rollback; `sync` waits for Argo CD; `roll-out` for the clusters; `lock` holds deploys back.
 */
export const STEPS = [
  'commit',
  'push',
  'unlock',
  'sync',
  'roll-out',
  'lock',
] as const;
export type StepName = (typeof STEPS)[number];

/** `skipped`: not needed here, its sentence says why. */
export const STEP_STATES = [
  'waiting',
  'running',
  'done',
  'failed',
  'skipped',
] as const;
export type StepState = (typeof STEP_STATES)[number];

export const stepSchema = z.object({
  name: z.enum(STEPS),
  state: z.enum(STEP_STATES),
  startedAt: moment('When it began').optional(),
  endedAt: moment('When it ended').optional(),
  sentence: z.string().optional().describe('What is, or was, in words'),
});
export type Step = z.output<typeof stepSchema>;

/** How one cluster follows. */
export const CLUSTER_STATES = [
  'waiting',
  'rolling',
  'ready',
  'failed',
] as const;

export const clusterProgressSchema = z.object({
  cluster: z.string(),
  region: z.string(),
  to: z.string().describe('The version that is to run there'),
  state: z.enum(CLUSTER_STATES),
  pods: z.object({
    wanted: z.number().int(),
    ready: z.number().int().describe('Of the version that is to run'),
  }),
  sentence: z.string().optional().describe('What it waits for, in words'),
  application: z
    .object({
      name: z.string(),
      sync: z.string().describe('As Argo CD says: Synced, OutOfSync'),
      health: z.string().describe('As Argo CD says: Healthy, Progressing'),
      url: z.string().optional(),
    })
    .optional()
    .describe('Its Argo CD application, where Argo CD is configured'),
});
export type ClusterProgress = z.output<typeof clusterProgressSchema>;

/** A rollback, from the press of the button to its end; also one that goes forward again. */
export const rollbackSchema = z.object({
  id: z.string(),
  kind: z.enum(['rollback', 'roll-forward']),
  undoes: z
    .string()
    .optional()
    .describe('Id of the rollback that a roll-forward takes back'),
  undoneBy: z
    .string()
    .optional()
    .describe('Id of the roll-forward that took it back'),
  set: z.string().optional().describe('Id of the set it belongs to'),
  service: z.string(),
  environment: z.string(),
  regions: z.array(z.string()),
  version: z.string().describe('What is to run then'),
  from: z.string().describe('What was to run before, in words'),
  reason: z.string(),
  startedBy: z.string().describe('Entity ref of who asked for it'),
  startedAt: moment('When it was asked for'),
  endedAt: moment('When it was over').optional(),
  state: z.enum(ROLLBACK_STATES),
  sentence: z.string().describe('How it stands, in words'),
  nextStep: z
    .string()
    .optional()
    .describe('Where it failed: what to do now, in words'),
  steps: z.array(stepSchema),
  files: z.array(fileChangeSchema),
  clusters: z.array(clusterProgressSchema),
  commits: z.array(
    z.object({
      repository: z.string(),
      hash: z.string(),
      url: z.string().optional(),
      isPushed: z.boolean(),
      pullRequest: z
        .object({
          number: z.number().int(),
          url: z.string(),
          state: z
            .string()
            .describe('What it waits for, or that it is merged, in words'),
        })
        .optional(),
    }),
  ),
  lock: z
    .object({
      isWanted: z.boolean(),
      id: z.string().optional().describe('Of the lock, once it is placed'),
    })
    .describe('Whether deploys are held back afterwards'),
  slack: z
    .object({
      channel: z.string(),
      state: z.enum(['pending', 'sent', 'failed']),
      sentence: z.string().optional().describe('Why not sent yet, in words'),
      url: z.string().optional().describe('The message'),
    })
    .optional()
    .describe('Absent: nobody is told by Slack'),
  canCancel: z.boolean().describe('Whether it can still be stopped'),
  canRollForward: z.boolean().describe('Whether it can be taken back now'),
});

/** A rollback, from the press of the button to its end. */
export type Rollback = z.output<typeof rollbackSchema>;

/** A page of rollbacks, the newest first. */
export const rollbacksPageSchema = pageOf(rollbackSchema);
