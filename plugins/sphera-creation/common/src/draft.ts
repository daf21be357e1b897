import { plainText, regionField } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** What can be created; one template each. */
export const SERVICE_KINDS = ['microservice', 'microfrontend'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** What a service can need besides its code. */
export const SERVICE_NEEDS = [
  'http',
  'worker',
  'database',
  'cache',
  'topics',
] as const;
export type ServiceNeed = (typeof SERVICE_NEEDS)[number];

/** A name that fits everywhere it is used: DNS label, repository, image, flag namespace, AWS. */
export const SERVICE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const SHORTEST_NAME = 3;
export const LONGEST_NAME = 40;

const nameSentence =
  'must be 3 to 40 lower-case letters, digits and single hyphens, and begin with a letter, like parcel-quotes';

/** The name that a service is to have. */
export const newNameField = z
  .string()
  .min(SHORTEST_NAME, nameSentence)
  .max(LONGEST_NAME, nameSentence)
  .regex(SERVICE_NAME, nameSentence);

const entityRef = (kind: string, example: string) =>
  z
    .string()
    .max(200, `is too long: ${kind} is named like ${example}`)
    .regex(
      /^([a-z]+:)?([a-z0-9_.-]+\/)?[a-z0-9_.-]+$/i,
      `must name ${kind}, like ${example}`,
    );

/** What a person says of a service that is to be. */
export const draftSchema = z.object({
  kind: z.enum(SERVICE_KINDS),
  name: newNameField,
  owner: entityRef('a group', 'group:default/booking').describe(
    'The team that owns it, from the catalog',
  ),
  purpose: plainText({
    what: 'why the service exists',
    longest: 300,
  }).describe('Why it exists, in a sentence'),
  system: entityRef('a system', 'system:default/booking')
    .optional()
    .describe('The system that it is part of'),
  needs: z
    .array(z.enum(SERVICE_NEEDS))
    .max(SERVICE_NEEDS.length)
    .default(['http']),
  regions: z
    .array(regionField)
    .min(1, 'must name at least one region')
    .max(100, 'names too many regions')
    .describe('Where it runs, in each environment that has the region'),
});

/** A service that is to be. */
export type Draft = z.output<typeof draftSchema>;

/** Entity ref of the service that has, or will have, a name. */
export const serviceRefOf = (name: string): string =>
  `component:default/${name}`;

/** Names the creation that a repository comes from: in its catalog-info.yaml. */
export const CREATION_ANNOTATION = 'sphera.io/creation';

/** The check by which GitHub holds merges back while they are frozen. */
export const MERGE_FREEZE_CHECK = 'sphera/merge-freeze';
