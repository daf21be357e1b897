import { z } from 'zod/v3';
import { draftSchema } from './draft';

/** The steps from a form to a running service, in their order. */
export const CREATION_STEPS = [
  'repository',
  'image-repository',
  'pipeline',
  'manifests',
  'catalog',
  'secrets',
  'flags',
  'lifecycle',
] as const;
export type CreationStep = (typeof CREATION_STEPS)[number];

/** `skipped`: not wanted here, the sentence says why. `undone`: taken back on request. */
export const STEP_STATES = [
  'waiting',
  'running',
  'done',
  'skipped',
  'failed',
  'undone',
] as const;

/** `stopped`: a step failed; running the template again goes on from there. */
export const CREATION_STATES = [
  'running',
  'stopped',
  'done',
  'undoing',
  'undone',
] as const;

export const linkSchema = z.object({ title: z.string(), url: z.string() });

/** One step, as it stands. */
export const stepSchema = z.object({
  step: z.enum(CREATION_STEPS),
  title: z.string(),
  state: z.enum(STEP_STATES),
  /** What was done, why it was skipped, or what went wrong and what would be right. */
  sentence: z.string().optional(),
  at: z.string().datetime().optional(),
  links: z.array(linkSchema),
});

/** One service on its way from a form to the catalog, and what was made for it. */
export const creationSchema = z.object({
  id: z.string(),
  state: z.enum(CREATION_STATES),
  draft: draftSchema,
  /** Entity ref that the service has, or will have. */
  service: z.string(),
  startedAt: z.string().datetime(),
  /** Entity ref of a person, or the name of a program. */
  startedBy: z.string(),
  endedAt: z.string().datetime().optional(),
  /** Of the scaffolder. */
  task: z.string().optional(),
  steps: z.array(stepSchema),
  published: z
    .boolean()
    .optional()
    .describe(
      'Of begin-creation: an earlier try has published the repository, so that a template must not do so again',
    ),
  /** Everything that there is now, for the page at the end. */
  links: z.array(linkSchema),
});

export type Creation = z.output<typeof creationSchema>;
export type CreationStepState = z.output<typeof stepSchema>;
export type CreationLink = z.output<typeof linkSchema>;
