import { z } from 'zod/v3';

/**
 * `free`: nothing of the portal holds it. `held`: GitHub refuses to merge it. `exempt`: it may be merged all the same.
 * `changing`: GitHub is not told yet.
 */
export const PULL_REQUEST_STATES = [
  'free',
  'held',
  'exempt',
  'changing',
] as const;

/** Whether the portal holds a pull request. */
export type PullRequestState = (typeof PULL_REQUEST_STATES)[number];

/** An open pull request to the default branch. */
export const pullRequestSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  author: z.string().describe('Login on GitHub'),
  url: z.string(),
  updatedAt: z.string().describe('ISO 8601 in UTC'),
  state: z.enum(PULL_REQUEST_STATES),
  sentence: z
    .string()
    .describe('What GitHub shows at it, or why it is so; without full stop'),
  exemptedBy: z
    .string()
    .optional()
    .describe('Login on GitHub of who put the label on, where that counts'),
});

/** An open pull request to the default branch. */
export type HeldPullRequest = z.output<typeof pullRequestSchema>;
