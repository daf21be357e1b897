import { z } from 'zod/v3';
import { pullRequestSchema } from './pullRequest';

/** How GitHub is made to refuse: by a status on each pull request, or by one ruleset of an organisation. */
export const STRATEGIES = ['check', 'ruleset'] as const;

/** How GitHub is made to refuse. */
export type Strategy = (typeof STRATEGIES)[number];

/**
 * `open`: GitHub takes merges. `frozen`: GitHub refuses them. `changing`: on the way to what is wanted. `failed`: GitHub
 * could not be made to do what is wanted. `unenforced`: it is told, but would take a merge all the same.
 */
export const HOLD_STATES = [
  'open',
  'frozen',
  'changing',
  'failed',
  'unenforced',
] as const;

/** Where a repository stands. */
export type HoldState = (typeof HOLD_STATES)[number];

const moment = (what: string) =>
  z.string().describe(`${what}, ISO 8601 in UTC`);

/** A freeze that covers a repository. */
export const coveringFreezeSchema = z.object({
  id: z.string().describe('Id of the lock'),
  service: z
    .string()
    .optional()
    .describe('Entity ref of the frozen service; absent: all of them'),
  reason: z.string(),
  placedBy: z.string().describe('Entity ref of a person, or a program'),
  placedAt: moment('When it was placed'),
  expiresAt: moment('When it ends by itself').optional(),
  window: z
    .string()
    .optional()
    .describe('Id of the freeze window that holds it'),
});

/** A freeze that covers a repository. */
export type CoveringFreeze = z.output<typeof coveringFreezeSchema>;

/** What is wrong, and since when. */
export const problemSchema = z.object({
  sentence: z
    .string()
    .describe('What is wrong and what would be right, without full stop'),
  since: moment('Since when it is so'),
  retryAt: moment('When the portal tries again by itself').optional(),
});

/** What is wrong, and since when. */
export type Problem = z.output<typeof problemSchema>;

/** One repository, and whether GitHub refuses its merges. */
export const holdSchema = z.object({
  repository: z.string().describe('Like kestrel-parcels/quotes'),
  url: z.string().describe('Where people look at it'),
  services: z
    .array(z.string())
    .describe('Entity refs of the services that are built from it'),
  wanted: z.enum(['open', 'frozen']),
  state: z.enum(HOLD_STATES),
  since: moment('Since when it is in this state').optional(),
  strategy: z.enum(STRATEGIES),
  freezes: z
    .array(coveringFreezeSchema)
    .describe('What freezes it, the newest first'),
  pullRequests: z
    .object({
      open: z.number().int(),
      held: z.number().int(),
      exempt: z.number().int(),
    })
    .describe('Those to its default branch'),
  checkedAt: moment('When the portal last looked at GitHub').optional(),
  problem: problemSchema.optional(),
});

/** One repository, and whether GitHub refuses its merges. */
export type Hold = z.output<typeof holdSchema>;

/** The same with its open pull requests, the most recently updated first. */
export const holdWithPullRequestsSchema = holdSchema.extend({
  defaultBranch: z.string().optional().describe('Absent until it is looked at'),
  items: z.array(pullRequestSchema),
  /** Items are at most this many; `pullRequests.open` has the whole number. */
  limit: z.number().int(),
});

/** The same with its open pull requests. */
export type HoldWithPullRequests = z.output<typeof holdWithPullRequestsSchema>;
