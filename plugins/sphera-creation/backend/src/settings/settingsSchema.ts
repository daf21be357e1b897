import {
  address,
  committerFields,
  MANIFEST_KINDS,
  remoteSchema,
  text,
} from '@sphera/plugin-git-node';
import { z } from 'zod/v3';

const PERMISSIONS = ['pull', 'triage', 'push', 'maintain', 'admin'] as const;

const slug = z
  .string()
  .regex(
    /^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/,
    'must be named as in its address on GitHub, like kestrel-parcels',
  );

const github = z
  .object({
    host: z
      .string()
      .regex(
        /^[A-Za-z0-9.-]+(:\d+)?$/,
        'must be a host of integrations.github, like github.com',
      )
      .default('github.com'),
    organization: slug,
    requiredChecks: z.array(text).default([]),
    requiredApprovals: z
      .number()
      .int('must be a whole number from 0 to 6')
      .min(0, 'must be a whole number from 0 to 6')
      .max(6, 'must be a whole number from 0 to 6')
      .default(1),
    teams: z
      .array(
        z
          .object({
            slug,
            permission: z.enum(PERMISSIONS, {
              errorMap: () => ({
                message: `must be one of ${PERMISSIONS.join(', ')}`,
              }),
            }),
          })
          .strict(),
      )
      .default([]),
    labels: z
      .array(
        z
          .object({
            name: text.max(50, 'is too long: at most 50 characters'),
            color: z
              .string()
              .regex(
                /^[0-9a-fA-F]{6}$/,
                'must be six hexadecimal digits, like 0e8a16',
              ),
            description: text
              .max(100, 'is too long: at most 100 characters')
              .optional(),
          })
          .strict(),
      )
      .default([]),
    topics: z
      .array(
        z
          .string()
          .regex(
            /^[a-z0-9][a-z0-9-]{0,49}$/,
            'must be lower-case letters, digits and hyphens, like payments',
          ),
      )
      .default([]),
  })
  .strict();

const images = z
  .object({
    account: z
      .string()
      .regex(
        /^\d{12}$/,
        "must be twelve digits in quotes, like '111111111111'",
      ),
    region: z
      .string()
      .regex(
        /^[a-z]{2}(-[a-z]+)+-\d$/,
        'must be a region of AWS, like eu-central-1',
      ),
    endpoint: address.optional(),
    prefix: z
      .string()
      .regex(
        /^([a-z0-9]+([._-][a-z0-9]+)*\/)*$/,
        'must be empty or end with a slash, like services/',
      )
      .default(''),
    registry: text.optional(),
    keep: z
      .number()
      .int('must be a whole number from 1 to 10000')
      .min(1, 'must be a whole number from 1 to 10000')
      .max(10_000, 'must be a whole number from 1 to 10000')
      .default(100),
  })
  .strict();

const codefresh = z
  .object({
    apiUrl: address.default('https://g.codefresh.io/api'),
    token: text,
    project: text.default('default'),
    context: text.default('github'),
    url: address.default('https://g.codefresh.io'),
  })
  .strict();

const manifests = z
  .object({
    repository: remoteSchema,
    path: z
      .string()
      .regex(
        /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9_{][A-Za-z0-9_.{}/-]*\.ya?ml$/,
        'must be the path of a YAML file in the repository, like services/{service}/{environment}/{region}.yaml',
      )
      .default('services/{service}/{environment}/{region}.yaml'),
    firstEnvironments: z.array(text).optional(),
    namespace: text.default('{service}'),
    kinds: z
      .array(text)
      .min(1, 'must name at least one')
      .default(MANIFEST_KINDS),
    ...committerFields,
  })
  .strict();

/** What `sphera.creation` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    github: github.optional(),
    images: images.optional(),
    codefresh: codefresh.optional(),
    manifests: manifests.optional(),
    names: z
      .object({ reserved: z.array(text).default([]) })
      .strict()
      .default({}),
  })
  .strict();

/** `sphera.creation` as it is written, with its defaults. */
export type WrittenSettings = z.output<typeof settingsSchema>;
