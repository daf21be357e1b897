import { z } from 'zod/v3';
import { factSchema } from './fact';

/**
 * `open`: its turn has come. `asked`: an approval is asked for. `rejected`: it was said no to. `waiting`: its turn
 * has not come. `skipped`: it is not needed for this service. `broken`: it was done once, and its facts fail now.
 */
export const STEP_STATES = [
  'done',
  'open',
  'asked',
  'rejected',
  'waiting',
  'skipped',
  'broken',
] as const;

/** What can be done about a step, when its turn has come. */
export const actionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('template'),
    title: z.string(),
    /** Entity ref of the template. */
    template: z.string(),
  }),
  z.object({
    kind: z.literal('page'),
    title: z.string(),
    /** A path of the portal, like `/catalog/default/component/quotes/secrets`. */
    path: z.string(),
  }),
  z.object({ kind: z.literal('link'), title: z.string(), url: z.string() }),
  z.object({ kind: z.literal('request-approval'), title: z.string() }),
  z.object({
    kind: z.literal('promote'),
    title: z.string(),
    /** Environments. */
    from: z.string(),
    to: z.string(),
  }),
]);

/** What can be done about a step. */
export type StepAction = z.output<typeof actionSchema>;

/** Who has to say yes, and what was said. */
export const approvalSchema = z.object({
  state: z.enum(['none', 'asked', 'approved', 'rejected', 'adopted']),
  /** Entity refs of people and groups. */
  approvers: z.array(z.string()),
  /** Whether the person who asks is one of them, also by a group within theirs; said while something is asked for. */
  isYours: z.boolean().optional(),
  asked: z
    .object({ by: z.string(), at: z.string(), comment: z.string() })
    .optional(),
  answered: z
    .object({ by: z.string(), at: z.string(), comment: z.string() })
    .optional(),
});

/** One thing that has to be so before a service goes on. */
export const stepSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Why it is asked of services. */
  description: z.string().optional(),
  kind: z.enum(['facts', 'approval']),
  /** The stage goes on without it. */
  isOptional: z.boolean(),
  state: z.enum(STEP_STATES),
  /** What it waits for, or what is missing; sentences without full stop. */
  waitsFor: z.array(z.string()),
  facts: z.array(factSchema),
  approval: approvalSchema.optional(),
  /** Absent where it is not the time for it. */
  action: actionSchema.optional(),
});

/** One thing that has to be so before a service goes on. */
export type Step = z.output<typeof stepSchema>;
