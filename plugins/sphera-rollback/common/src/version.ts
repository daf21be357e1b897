import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment } from './moment';

/** Whether the image of a version is still there; `unknown` where no registry can be asked. */
export const IMAGE_STATES = ['exists', 'missing', 'unknown'] as const;
export type ImageState = (typeof IMAGE_STATES)[number];

const commitSchema = z.object({
  hash: z.string(),
  subject: z.string().describe('First line of its message'),
  url: z.string().optional(),
});

/** One time that a version was to run, in the regions of one file. */
export const runSchema = z.object({
  regions: z.array(z.string()),
  deployedAt: moment('When it was committed'),
  endedAt: moment('When another version followed it').optional(),
  deployedBy: z
    .string()
    .describe('Who: entity ref where the portal knows, else the name in Git'),
  commit: commitSchema,
  pullRequest: z
    .object({ number: z.number().int(), url: z.string().optional() })
    .optional(),
  rollback: z
    .string()
    .optional()
    .describe('Id of the rollback that brought it'),
  leftByRollback: z
    .string()
    .optional()
    .describe('Id of the rollback that took it away'),
});

/** One time that a version was to run. */
export type Run = z.output<typeof runSchema>;

/** A version from the history of the GitOps repository. */
export const versionSchema = z.object({
  version: z.string(),
  deployedAt: moment('When it was last committed'),
  deployedBy: z.string().describe('Who did that'),
  commit: commitSchema,
  pullRequest: runSchema.shape.pullRequest,
  ranFor: z
    .string()
    .describe(
      'How long it ran all in all, where it ran the longest; ISO 8601 duration',
    ),
  isCurrent: z.boolean().describe('Whether a file says that it is to run'),
  runsIn: z.array(z.string()).describe('Clusters in which it runs now'),
  ranWell: z
    .boolean()
    .describe('Ran for long enough, and no rollback took it away'),
  image: z.enum(IMAGE_STATES),
  migration: z
    .string()
    .optional()
    .describe('What it changed in its database that cannot be taken back'),
  runs: z.array(runSchema).describe('The newest first'),
});

/** A version from the history of the GitOps repository. */
export type Version = z.output<typeof versionSchema>;

/** A page of versions, the newest first. */
export const versionsPageSchema = pageOf(versionSchema).extend({
  current: z
    .array(z.object({ version: z.string(), regions: z.array(z.string()) }))
    .describe('What is to run now'),
  fetchedAt: moment('When the repository was last asked'),
  stale: z
    .string()
    .optional()
    .describe('Why it could not be asked since, in words'),
});
