import {
  environmentField,
  plainText,
  reasonField,
  regionField,
  secret,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { ALPHABETS, type Alphabet } from './standard';

/** Id of the plugin that carries the operations out. */
export const plugin = 'sphera-secrets';

/** The largest value that AWS takes, in bytes. */
export const LARGEST_VALUE = 65_536;

/**
 * The name of a secret as {@link listSecrets} gives it: short (`database-password`),
 * or the full one where that is not to the standard. What AWS takes at all; the
 * standard narrows new ones further.
 */
export const secretNameField = z
  .string()
  .min(1, 'is missing: name a secret, like database-password')
  .max(512, 'is too long: a secret has a name of at most 512 characters')
  .regex(
    /^[A-Za-z0-9/_+=.@-]+$/,
    'must be made of letters, digits and /_+=.@- like database-password',
  );

/** Words that a filter looks for. */
export const textFilter = plainText({ what: 'what to look for', longest: 200 })
  .optional()
  .describe('Words that must all occur');

/** Names one secret of a service. */
export const one = { service: serviceField, name: secretNameField };

/** One place. */
export const inPlace = { environment: environmentField, region: regionField };

/** Several places: every named region of every named environment. */
export const inPlaces = {
  environments: z
    .array(environmentField)
    .min(1, 'must name at least one environment')
    .max(20, 'names too many environments'),
  regions: z
    .array(regionField)
    .min(1, 'must name at least one region; leave it out for all')
    .max(50, 'names too many regions')
    .optional()
    .describe('Absent: every region of these environments'),
};

/** Why, where nobody insists. */
export const perhapsReason = reasonField.optional();

/** A value that somebody brings, or how one is made up. One of the two. */
export const valueFields = {
  value: secret(
    z
      .string()
      .max(400_000, `is too long: a value has at most ${LARGEST_VALUE} bytes`),
  )
    .optional()
    .describe('The value'),
  encoding: z
    .enum(['text', 'base64'])
    .default('text')
    .describe('base64: the value is binary, written in base64'),
  generate: z
    .object({
      length: z
        .number()
        .int('must be a whole number from 8 to 1024')
        .min(8, 'must be a whole number from 8 to 1024')
        .max(1024, 'must be a whole number from 8 to 1024'),
      alphabet: z
        .enum(Object.keys(ALPHABETS) as [Alphabet, ...Alphabet[]])
        .default('letters-and-digits'),
    })
    .strict()
    .optional()
    .describe(
      'Made up by the portal, another one in each environment, so that nobody ever sees it',
    ),
};

/** What is said about a secret besides its value. */
export const aboutFields = {
  description: plainText({ what: 'a description', longest: 500 }).optional(),
  differsByRegion: z
    .boolean()
    .optional()
    .describe(
      'Each region has a value of its own, on purpose: that is no drift',
    ),
};

/** What a call on one or several environments acts on. */
export const placesTarget = (input: {
  service: string;
  environments: string[];
  regions?: string[];
}) =>
  input.environments.flatMap(environment =>
    (input.regions ?? [undefined]).map(region => ({
      service: input.service,
      environment,
      region,
    })),
  );

/** What a call on one place acts on. */
export const placeTarget = (input: {
  service: string;
  environment: string;
  region: string;
}) => ({
  service: input.service,
  environment: input.environment,
  region: input.region,
});
