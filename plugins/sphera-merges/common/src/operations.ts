import {
  defineOperation,
  pageFields,
  pageOf,
  reasonField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import {
  HOLD_STATES,
  holdSchema,
  holdWithPullRequestsSchema,
  problemSchema,
  STRATEGIES,
} from './hold';
import { plugin } from './plugin';

/** `kestrel-parcels/quotes`; comes out in lower case, as GitHub does not tell cases apart. */
export const repositoryField = z
  .string()
  .max(140, 'must be a repository, like kestrel-parcels/quotes')
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
    'must be a repository, like kestrel-parcels/quotes',
  )
  .transform(name => name.toLowerCase());

const pullRequestNumber = z
  .number()
  .int('must be the number of a pull request')
  .min(1, 'must be the number of a pull request');

const services = z
  .array(serviceField)
  .max(200)
  .describe('Those that are built from the repository');

const onServices = (input: { services: string[] }) =>
  input.services.map(service => ({ service }));

/** Whether GitHub refuses merges, for each repository. */
export const listMergeHolds = defineOperation({
  plugin,
  name: 'list-merge-holds',
  title: 'List merge holds',
  description:
    'Whether GitHub itself refuses merges now, for each repository that the portal looks after: what is wanted, what is so, which freezes cover it, how many pull requests are held or exempt, and what is wrong. Those with a problem first, then those that are frozen.',
  effect: 'read',
  input: z.object({
    ...pageFields,
    state: z.enum(HOLD_STATES).optional().describe('Only those in this state'),
    search: z.string().max(200).optional().describe('Part of the name'),
  }),
  output: pageOf(holdSchema).extend({
    strategy: z.enum(STRATEGIES),
    /** How many there are of each, whatever is asked for. */
    counts: z.object({
      open: z.number().int(),
      frozen: z.number().int(),
      changing: z.number().int(),
      failed: z.number().int(),
      unenforced: z.number().int(),
    }),
    exemption: z
      .object({
        label: z.string().describe('The label of exempt pull requests'),
        people: z.array(z.string()).describe('Whose label counts'),
      })
      .optional()
      .describe('Absent: nothing is exempt'),
    unheard: z
      .array(z.object({ organization: z.string(), problem: problemSchema }))
      .describe(
        'Organizations in which GitHub does not tell the portal what happens, and why',
      ),
  }),
});

/** The same for one repository, with its pull requests. */
export const getMergeHold = defineOperation({
  plugin,
  name: 'get-merge-hold',
  title: 'Get a merge hold',
  description:
    'Whether GitHub itself refuses merges to the default branch of one repository, or of the repository of a service; with its open pull requests, and why each is held or not.',
  effect: 'read',
  input: z.object({
    service: serviceField.optional().describe('Whose repository'),
    repository: repositoryField
      .optional()
      .describe('Or its name, like kestrel-parcels/quotes'),
  }),
  output: holdWithPullRequestsSchema,
  target: ({ service }) => ({ service }),
});

/** Looks at GitHub again, now, and mends what differs. */
export const reconcileMerges = defineOperation({
  plugin,
  name: 'reconcile-merges',
  title: 'Reconcile merges',
  description:
    'Has the portal look at GitHub again, now, and mend what differs from what is wanted: for the repository of one service, or for all of them. It answers at once and goes on by itself.',
  effect: 'write',
  input: z.object({
    service: serviceField.optional().describe('Absent: all repositories'),
  }),
  output: z.object({
    repositories: z.number().int().describe('How many are looked at'),
  }),
  target: ({ service }) => ({ service }),
});

/** A repository changes from open to frozen or back; sphera alone runs it. */
export const noteMergeSwitch = defineOperation({
  plugin,
  name: 'note-merge-switch',
  title: 'Switch merges of a repository',
  description:
    'Has GitHub refuse the merges of a repository, or take them again.',
  effect: 'write',
  input: z.object({
    repository: repositoryField,
    branch: z.string().max(255).describe('Its default branch'),
    services,
    to: z.enum(['open', 'frozen']),
    strategy: z.enum(STRATEGIES),
    reason: reasonField.describe('Of the freeze, or that there is none'),
  }),
  output: z.object({
    repository: z.string(),
    gap: z.string().optional().describe('Why GitHub would merge all the same'),
  }),
  target: onServices,
  unknownTargets: 'answer',
  internal: true,
});

/** A pull request may be merged in spite of a freeze; sphera alone runs it. */
export const exemptPullRequest = defineOperation({
  plugin,
  name: 'exempt-pull-request',
  title: 'Exempt a pull request from a freeze',
  description:
    'Lets one pull request through a merge freeze, because a person who may has put the label on it.',
  effect: 'write',
  input: z.object({
    repository: repositoryField,
    services,
    number: pullRequestNumber,
    head: z.string().max(64).describe('The commit that may be merged'),
    login: z.string().max(100).describe('On GitHub: who put the label on'),
    reason: reasonField.describe('Of the freeze'),
  }),
  output: z.object({ repository: z.string(), number: z.number().int() }),
  target: onServices,
  unknownTargets: 'answer',
  internal: true,
});

/** Every operation of this capability. */
export const mergesOperations = [
  listMergeHolds,
  getMergeHold,
  reconcileMerges,
  noteMergeSwitch,
  exemptPullRequest,
];
