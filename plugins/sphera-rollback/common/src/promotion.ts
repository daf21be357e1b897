import { lockSchema } from '@sphera/plugin-locks-common';
import { z } from 'zod/v3';
import { gitOpsFileSchema } from './layout';
import { touchedClusterSchema } from './plan';
import { IMAGE_STATES } from './version';

/** What becomes of one file of the environment that a version is promoted to. */
export const promotedFileSchema = gitOpsFileSchema.extend({
  from: z
    .string()
    .optional()
    .describe(
      'The version that it says now; absent: there is no such file yet',
    ),
  to: z.string().describe('The version that it will say'),
  source: z
    .string()
    .optional()
    .describe(
      "Of a file that is new: where it is in the service's own repository",
    ),
  diff: z.string().describe('Unified diff; empty where it says so already'),
});

/** What becomes of one file of the environment that a version is promoted to. */
export type PromotedFile = z.output<typeof promotedFileSchema>;

/** What promoting a version would do, exactly. */
export const promotionPlanSchema = z.object({
  id: z
    .string()
    .describe('For promote: another one when something has changed'),
  service: z.string(),
  from: z.string().describe('The environment that the version runs in'),
  to: z.string().describe('The environment that is to run it'),
  version: z
    .string()
    .optional()
    .describe('Absent: none was named, and none can be told'),
  regions: z.array(z.string()).describe('Of the files that change, or are new'),
  files: z.array(promotedFileSchema),
  clusters: z.array(touchedClusterSchema).describe('Those that will follow'),
  locks: z.array(lockSchema).describe('Locks that hold deploys there'),
  image: z.enum(IMAGE_STATES),
  way: z
    .enum(['push', 'pull-request'])
    .describe('How the change gets into the repository'),
  warnings: z.array(z.string()).describe('What to think of first, in words'),
  obstacles: z
    .array(z.string())
    .describe('Why it cannot be promoted, in words; none: it can'),
});

/** What promoting a version would do, exactly. */
export type PromotionPlan = z.output<typeof promotionPlanSchema>;

/** A promotion that is in the GitOps repository, or waits there as a pull request. */
export const promotionSchema = z.object({
  service: z.string(),
  from: z.string(),
  to: z.string(),
  version: z.string(),
  files: z.array(promotedFileSchema),
  clusters: z.array(touchedClusterSchema).describe('Those that follow'),
  commits: z.array(
    z.object({
      repository: z.string().describe('Its name in the configuration'),
      hash: z.string(),
      url: z.string().optional().describe('Where people look'),
      pullRequest: z
        .object({ number: z.number().int(), url: z.string() })
        .optional()
        .describe('Where the branch takes nothing else'),
    }),
  ),
  sentence: z.string().describe('What was done, in words'),
});

/** A promotion that is in the GitOps repository, or waits there as a pull request. */
export type Promotion = z.output<typeof promotionSchema>;
