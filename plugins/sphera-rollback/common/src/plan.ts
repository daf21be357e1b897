import { lockSchema } from '@sphera/plugin-locks-common';
import { z } from 'zod/v3';
import { gitOpsFileSchema } from './layout';
import { IMAGE_STATES } from './version';

/** What becomes of one file. */
export const fileChangeSchema = gitOpsFileSchema.extend({
  from: z.string().describe('The version that it says now'),
  to: z.string().describe('The version that it will say'),
  versionsBack: z
    .number()
    .int()
    .optional()
    .describe('How many versions lie between, plus one; absent: it goes ahead'),
  diff: z.string().describe('Unified diff; empty where it says so already'),
});

/** What becomes of one file. */
export type FileChange = z.output<typeof fileChangeSchema>;

/** A cluster that will follow. */
export const touchedClusterSchema = z.object({
  cluster: z.string(),
  region: z.string(),
  version: z.string().optional().describe('What runs there now'),
  pods: z.number().int().describe('How many are wanted there now'),
  sentence: z
    .string()
    .optional()
    .describe('What is odd about it, in words: it does not answer, say'),
});

/** Whether a lock stops the rollback, or only the clusters that obey locks. */
export const LOCK_HOLDS = ['rollback', 'clusters'] as const;

/** What a rollback would do, exactly. */
export const planSchema = z.object({
  id: z
    .string()
    .describe('For start-rollback: another one when something has changed'),
  service: z.string(),
  environment: z.string(),
  regions: z.array(z.string()),
  version: z
    .string()
    .describe('What is to run then; several, joined, where a roll-forward'),
  from: z.string().describe('What is to run now, in words'),
  files: z.array(fileChangeSchema),
  clusters: z.array(touchedClusterSchema),
  locks: z.array(lockSchema.extend({ holds: z.enum(LOCK_HOLDS) })),
  versionsBack: z.number().int().optional(),
  migrations: z
    .array(z.object({ version: z.string(), what: z.string() }))
    .describe(
      'Versions on the way back that changed their database for good, the newest first',
    ),
  image: z.enum(IMAGE_STATES),
  way: z
    .enum(['push', 'pull-request'])
    .describe('How the change gets into the repository'),
  warnings: z.array(z.string()).describe('What to think of first, in words'),
  obstacles: z
    .array(z.string())
    .describe('Why it cannot begin, in words; none: it can'),
  lockAfterwards: z
    .boolean()
    .describe('Whether deploys are locked afterwards unless one says no'),
  channel: z.string().optional().describe('The Slack channel that is told'),
});

/** What a rollback would do, exactly. */
export type Plan = z.output<typeof planSchema>;
