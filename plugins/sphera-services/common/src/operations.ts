import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  defineOperation,
  environmentField,
  pageFields,
  plainText,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { listLinks } from './links';
import { servicesPageSchema } from './service';

/** What the catalog itself offers to sort by; facts that can be sorted by come on top. */
export const CATALOG_ORDERS = [
  'name',
  'owner',
  'type',
  'lifecycle',
  'environments',
] as const;

const word = (what: string) => plainText({ what, longest: 100 });

const ENTITY_REF = /^([a-z]{1,63}:)?([a-z0-9._-]{1,63}\/)?[a-z0-9._-]{1,63}$/i;
const refOf = (kind: string, what: string, example: string) =>
  z
    .string()
    .max(200, `is too long: ${what} is named like ${kind}:default/${example}`)
    .regex(ENTITY_REF, `must name ${what}, like ${example}`)
    .transform(text =>
      stringifyEntityRef(
        parseEntityRef(text.toLowerCase(), {
          defaultKind: kind,
          defaultNamespace: 'default',
        }),
      ),
    );

/** The table of all services. */
export const listServices = defineOperation({
  plugin: 'sphera-services',
  name: 'list-services',
  title: 'List services',
  description:
    'Lists the services of the company: owner, purpose, type, life-cycle stage, environments, and what capabilities say of each (facts.locks has the locks that hold now). Filters combine: a service must match all of them.',
  effect: 'read',
  input: z.object({
    text: plainText({ what: 'what to look for', longest: 200 })
      .optional()
      .describe(
        'Words that name, title, purpose, owner, type or system must all contain',
      ),
    team: refOf('group', 'a team', 'payments')
      .optional()
      .describe('Owner: entity ref, or name of a group'),
    environment: environmentField.optional().describe('Live in it'),
    type: word('a type of service').optional(),
    lifecycle: word('a life-cycle stage').optional(),
    system: refOf('system', 'a system', 'checkout')
      .optional()
      .describe('Entity ref, or name of a system'),
    locked: z
      .boolean()
      .optional()
      .describe(
        'true: only services with a lock (in the environment, where one is given); false: only without',
      ),
    facts: z
      .array(
        z
          .string()
          .regex(
            /^[a-z][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}$/,
            'must be an id of facts and a value, like stage:staging',
          ),
      )
      .max(5, 'must be five at most')
      .optional()
      .describe(
        'What capabilities must say of a service, like stage:staging; the facets name what there is',
      ),
    mine: z
      .boolean()
      .default(false)
      .describe('Only services that the caller or a team of theirs owns'),
    orderBy: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,62}$/, 'must be the id of a column, like name')
      .default('name')
      .describe(`${CATALOG_ORDERS.join(', ')}, or the id of facts`),
    order: z
      .enum(['asc', 'desc'])
      .default('asc')
      .describe('Services without a value come last in both'),
    ...pageFields,
  }),
  output: servicesPageSchema,
  target: ({ environment }) => ({ environment }),
});

/** Every operation of this capability. */
export const servicesOperations = [listLinks, listServices];
