import {
  defineOperation,
  environmentField,
  pageFields,
  reasonField,
  regionField,
  secret,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { comparedSecretSchema } from './comparison';
import { FINDING_KINDS, findingsPageSchema } from './finding';
import {
  inPlace,
  inPlaces,
  one,
  placesTarget,
  placeTarget,
  plugin,
  secretNameField,
  textFilter,
} from './inputFields';
import { placeSchema, secretsPlaceSchema } from './place';
import { secretsOfServiceSchema } from './secret';
import { standardAnswerSchema } from './standard';
import { versionSchema } from './version';

/** How well the portal sees each place. */
export const listPlaces = defineOperation({
  plugin,
  name: 'list-places',
  title: 'List places of secrets',
  description:
    'Lists the environments and regions that keep secrets, with whether the portal sees each of them, since when not, and why.',
  effect: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(secretsPlaceSchema) }),
});

/** The secrets of a service, without their values. */
export const listSecrets = defineOperation({
  plugin,
  name: 'list-secrets',
  title: 'List secrets',
  description:
    'Lists the secrets of a service with how each is in every environment and region: present, missing, different, stale, pending deletion, not to the standard. Never a value.',
  effect: 'read',
  input: z.object({
    service: serviceField,
    text: textFilter,
    environment: environmentField.optional().describe('Only what is in it'),
    only: z.enum(['drift']).optional().describe('Only secrets with drift'),
    fresh: z
      .boolean()
      .default(false)
      .describe('Look at AWS again before answering, for this service'),
    ...pageFields,
  }),
  output: secretsOfServiceSchema,
  target: ({ service, environment }) => ({ service, environment }),
});

/** What the standard makes of a secret. */
export const getStandard = defineOperation({
  plugin,
  name: 'get-standard',
  title: 'Look at the standard',
  description:
    'What the full name, the tags and the encryption key of a secret of this service are in each place, which names and values are allowed.',
  effect: 'read',
  input: z.object({ service: serviceField }),
  output: standardAnswerSchema,
  target: ({ service }) => ({ service }),
});

/** The versions of one secret in one place. */
export const listVersions = defineOperation({
  plugin,
  name: 'list-versions',
  title: 'List versions',
  description:
    'Lists the versions of a secret in one place, the newest first, with who set them where that is known. Never a value.',
  effect: 'read',
  input: z.object({ ...one, ...inPlace }),
  output: z.object({ items: z.array(versionSchema) }),
  target: placeTarget,
});

/** Two places side by side. */
export const compareSecrets = defineOperation({
  plugin,
  name: 'compare-secrets',
  title: 'Compare two places',
  description:
    'Says of each secret of a service whether two places have it and whether its values are equal, without revealing any.',
  effect: 'read',
  input: z.object({
    service: serviceField,
    ...inPlace,
    otherEnvironment: environmentField,
    otherRegion: regionField,
  }),
  output: z.object({ items: z.array(comparedSecretSchema) }),
  target: input => [
    placeTarget(input),
    {
      service: input.service,
      environment: input.otherEnvironment,
      region: input.otherRegion,
    },
  ],
});

/** What is not as it should be, in the whole fleet. */
export const listDrift = defineOperation({
  plugin,
  name: 'list-drift',
  title: 'List drift of secrets',
  description:
    'Lists what was found about secrets: drift between regions, not to the standard, past the rotation date, old, never read, of no service. Filters combine.',
  effect: 'read',
  input: z.object({
    service: serviceField.optional().describe('Absent: all services'),
    environment: environmentField.optional(),
    region: regionField.optional(),
    team: z
      .string()
      .max(200, 'is too long: a team is named like group:default/payments')
      .regex(
        /^[a-z0-9:/._-]+$/i,
        'must name a team, like group:default/payments',
      )
      .optional()
      .describe('Owner: entity ref, or name of a group'),
    mine: z
      .boolean()
      .default(false)
      .describe('Only of services that the caller or a team of theirs owns'),
    kinds: z
      .array(z.enum(FINDING_KINDS))
      .max(FINDING_KINDS.length, 'names a kind more than once')
      .optional()
      .describe('Absent: all kinds'),
    text: textFilter,
    ...pageFields,
  }),
  output: findingsPageSchema,
  target: ({ service, environment, region }) => ({
    service,
    environment,
    region,
  }),
});

const copyFields = {
  service: serviceField,
  names: z
    .array(secretNameField)
    .min(1, 'must name at least one secret')
    .max(100, 'names too many secrets: at most 100 at once'),
  fromEnvironment: environmentField,
  fromRegion: regionField,
  ...inPlaces,
};

/** The fields of a copy, for its preview and for itself. */
export const copyInput = z.object(copyFields);

/** What a copy reads and what it writes. */
export const copyTarget = (input: z.output<typeof copyInput>) => [
  {
    service: input.service,
    environment: input.fromEnvironment,
    region: input.fromRegion,
  },
  ...placesTarget(input),
];

/** What a copy would do. */
export const previewCopy = defineOperation({
  plugin,
  name: 'preview-copy',
  title: 'Preview a copy',
  description:
    'Says for each secret and place what copying would do: create it, replace its value, nothing, or why it cannot be done. Changes nothing.',
  effect: 'read',
  input: copyInput,
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        places: z.array(
          placeSchema.extend({
            would: z.enum(['create', 'replace', 'nothing', 'refuse']),
            sentence: z.string(),
            versionId: z
              .string()
              .optional()
              .describe('The version that would be replaced'),
          }),
        ),
      }),
    ),
  }),
  target: copyTarget,
});

/** What bringing a secret to the standard takes. */
export const previewAdoption = defineOperation({
  plugin,
  name: 'preview-adoption',
  title: 'Preview an adoption',
  description:
    'Says what bringing a secret to the standard would do: its new full name, its tags, whether it would be copied under the new name. Changes nothing.',
  effect: 'read',
  input: z.object({
    service: serviceField,
    ...inPlace,
    fullName: secretNameField,
    name: secretNameField
      .optional()
      .describe('Its name from now on; absent: the one it seems to have'),
  }),
  output: z.object({
    name: z.string(),
    fullName: z.string(),
    isRenamed: z
      .boolean()
      .describe('AWS cannot rename: it is copied, the old one deleted or kept'),
    steps: z.array(z.string()).describe('Sentences'),
    problem: z.string().optional().describe('Why it cannot be done'),
  }),
  target: placeTarget,
});

/** One value. */
export const revealSecret = defineOperation({
  plugin,
  name: 'reveal-secret',
  title: 'Reveal a secret',
  description:
    'Answers the value of one secret in one place, on the record. Only for a person at a page or a program over HTTP.',
  effect: 'read',
  audited: true,
  input: z.object({
    ...one,
    ...inPlace,
    versionId: z
      .string()
      .max(64, 'must be the id of a version')
      .regex(/^[A-Za-z0-9-]+$/, 'must be the id of a version')
      .optional()
      .describe('Absent: the current one'),
    reason: reasonField,
  }),
  output: z.object({
    value: secret(z.string()),
    encoding: z.enum(['text', 'base64']).describe('base64: it is binary'),
    fullName: z.string(),
    versionId: z.string(),
  }),
  target: placeTarget,
});
