import {
  defineOperation,
  pageFields,
  pageOf,
  plainText,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { lifecycleSchema, standingSchema } from './lifecycle';
import { plugin } from './plugin';

const LONGEST_COMMENT = 1_000;

const ofService = { service: serviceField };
const ofStep = {
  ...ofService,
  step: z
    .string()
    .min(1, 'must name a step, like design-review')
    .max(63, 'must name a step, like design-review'),
  comment: plainText({ what: 'a comment', longest: LONGEST_COMMENT }),
};
const onService = (input: { service: string }) => ({ service: input.service });

/** Where a service stands, and what to do next. */
export const getLifecycle = defineOperation({
  plugin,
  name: 'get-lifecycle',
  title: 'Get the life cycle of a service',
  description:
    'The path of a service from design review to production: each stage and step with its state, the facts that prove it with evidence, approvals, what blocked steps wait for, and what can be done now.',
  effect: 'read',
  input: z.object(ofService),
  output: lifecycleSchema,
  target: onService,
});

/** Where all services stand. */
export const listLifecycles = defineOperation({
  plugin,
  name: 'list-lifecycles',
  title: 'List life cycles',
  description:
    'Which stage each service is in, since when, and what it waits for; by stage, owner, type, or only those that are stuck or wait for an approval.',
  effect: 'read',
  input: z.object({
    ...pageFields,
    stage: z.string().max(63).optional().describe('Name of a stage'),
    owner: z.string().max(200).optional().describe('Entity ref of an owner'),
    type: z.string().max(63).optional().describe('Like microservice'),
    search: z.string().max(200).optional().describe('Part of name or title'),
    stuck: z.boolean().optional().describe('Only those that are stuck'),
    asked: z
      .boolean()
      .optional()
      .describe('Only those that wait for an approval'),
    answerable: z
      .boolean()
      .optional()
      .describe(
        'Only those that wait for an approval that the caller may give',
      ),
  }),
  output: pageOf(standingSchema).extend({
    /** The path itself, for a board: every stage with how many of all that match are in it. */
    stages: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        /** Where services retire. */
        isEnd: z.boolean().optional(),
        services: z.number().int(),
        stuck: z.number().int(),
      }),
    ),
  }),
});

/** A new service sets out. */
export const beginLifecycle = defineOperation({
  plugin,
  name: 'begin-lifecycle',
  title: 'Begin a life cycle',
  description:
    'Begins the life cycle of a new service at its first stage, so that nothing is taken as given. Asked again, it answers with the life cycle that is there.',
  effect: 'write',
  input: z.object({
    ...ofService,
    startedBy: z
      .string()
      .max(200)
      .optional()
      .describe('For programs: who created the service'),
  }),
  output: lifecycleSchema,
  target: onService,
});

/** Somebody asks for a yes. */
export const requestApproval = defineOperation({
  plugin,
  name: 'request-approval',
  title: 'Request an approval',
  description:
    'Asks the approvers of a step for their yes, and notifies them. Possible once the turn of the step has come.',
  effect: 'write',
  input: z.object(ofStep),
  output: lifecycleSchema,
  target: onService,
});

/** Somebody says yes. */
export const approveStep = defineOperation({
  plugin,
  name: 'approve-step',
  title: 'Approve a step',
  description:
    'Says yes to a step that approval is asked for, with a comment. Only for the approvers of the step, and never for whoever asked.',
  effect: 'write',
  input: z.object(ofStep),
  output: lifecycleSchema,
  target: onService,
});

/** Somebody says no. */
export const rejectStep = defineOperation({
  plugin,
  name: 'reject-step',
  title: 'Reject a step',
  description:
    'Says no to a step that approval is asked for, with a comment that says what is missing. It can be asked for again.',
  effect: 'write',
  input: z.object(ofStep),
  output: lifecycleSchema,
  target: onService,
});

/** Looks again, now. */
export const refreshFacts = defineOperation({
  plugin,
  name: 'refresh-facts',
  title: 'Look at the facts again',
  description:
    'Has every source look at one service again, now, and answers with its life cycle. A source that does not answer leaves what was seen last, marked.',
  effect: 'write',
  input: z.object(ofService),
  output: lifecycleSchema,
  target: onService,
});

/** Every operation of this capability. */
export const lifecycleOperations = [
  getLifecycle,
  listLifecycles,
  beginLifecycle,
  requestApproval,
  approveStep,
  rejectStep,
  refreshFacts,
];
