import {
  defineOperation,
  idField,
  pageFields,
  pageOf,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import {
  CREATION_STATES,
  CREATION_STEPS,
  creationSchema,
  linkSchema,
} from './creation';
import { draftSchema } from './draft';
import { plugin } from './plugin';

/** Where a name can be taken. */
export const NAME_PLACES = [
  'format',
  'catalog',
  'creations',
  'github',
  'registry',
] as const;

/** Whether a name is free, everywhere where the service will be. */
export const checkName = defineOperation({
  plugin,
  name: 'check-name',
  title: 'Check a name',
  description:
    'Tells whether a new service may have a name: its form, and whether it is taken in the catalog, by a creation under way, on GitHub or in the image registry.',
  effect: 'read',
  input: z.object({
    // As it is typed: a wrong form is an answer.
    name: z.string().max(200, 'is too long: a name has at most 40 characters'),
  }),
  output: z.object({
    name: z.string(),
    /** Nothing speaks against it, and every place was asked. */
    isFree: z.boolean(),
    findings: z.array(
      z.object({
        where: z.enum(NAME_PLACES),
        /** `unknown`: the place does not answer. */
        state: z.enum(['free', 'taken', 'wrong', 'unknown']),
        sentence: z.string(),
      }),
    ),
  }),
});

/** All that would be created. */
export const planCreation = defineOperation({
  plugin,
  name: 'plan-creation',
  title: 'Look at what a creation would make',
  description:
    'Says what a template would create for a service: repository with its settings, image repository, pipeline, manifests by environment and region, catalog entry, secrets, flag namespace.',
  effect: 'read',
  input: draftSchema,
  output: z.object({
    items: z.array(
      z.object({
        step: z.enum(CREATION_STEPS),
        title: z.string(),
        /** Plain sentences or names, one a line. */
        details: z.array(z.string()),
        /** Where it will be. */
        link: linkSchema.optional(),
        /** Why this step will be skipped here. */
        skipped: z.string().optional(),
      }),
    ),
    /** What would stop it: a name that is taken, a region without a cluster, an owner that does not exist. */
    problems: z.array(
      z.object({
        /** Field of the draft, so that a form can say where to mend it; absent: it is about none of them. */
        field: z.string().optional(),
        sentence: z.string(),
      }),
    ),
  }),
});

/** One creation. */
export const getCreation = defineOperation({
  plugin,
  name: 'get-creation',
  title: 'Get a creation',
  description:
    'One creation of a service: each step with its state, and links to everything that was made.',
  effect: 'read',
  input: z.object({ creation: idField }),
  output: creationSchema,
});

/** Creations, the newest first. */
export const listCreations = defineOperation({
  plugin,
  name: 'list-creations',
  title: 'List creations',
  description: 'Creations of services, the newest first.',
  effect: 'read',
  input: z.object({
    ...pageFields,
    state: z.enum(CREATION_STATES).optional(),
    name: z.string().max(200).optional().describe('Name of one service'),
  }),
  output: pageOf(creationSchema),
});
