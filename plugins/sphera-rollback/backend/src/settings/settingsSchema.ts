import { durationSetting } from '@sphera/plugin-fleet-node';
import { LAYOUT_KINDS } from '@sphera/plugin-rollback-common';
import { z } from 'zod/v3';
import { entityRefs, texts } from './textLists';
import { repositorySchema } from './repositorySchema';
import { address, credentials, line, text } from './texts';

const layout = z
  .object({
    service: entityRefs('component').optional(),
    team: entityRefs('group').optional(),
    system: entityRefs('system').optional(),
    environment: texts.optional(),
    repository: text,
    kind: z.enum(LAYOUT_KINDS, {
      errorMap: () => ({
        message: `must be one of ${LAYOUT_KINDS.join(', ')}`,
      }),
    }),
    file: text,
    path: text.optional(),
    image: text.optional(),
  })
  .strict();

const slack = z
  .object({
    token: text,
    apiUrl: address.optional(),
    channel: text.optional(),
  })
  .strict();

const argoCd = z
  .object({
    url: address,
    token: text,
    clusters: z
      .array(text)
      .min(1, 'must name at least one cluster, or be left out for all')
      .optional(),
    application: text.optional(),
  })
  .strict();

const registry = z
  .object({
    host: z
      .string()
      .regex(
        /^[A-Za-z0-9.-]+(:\d+)?$/,
        'must be a host as images name it, like registry.example.com:5000',
      ),
    url: address.optional(),
    credentials: credentials.optional(),
  })
  .strict();

const person = z
  .object({
    name: line,
    email: line.regex(/^[^@\s]+@[^@\s]+$/, 'must be an e-mail address'),
  })
  .strict();

const signing = z
  .object({
    format: z.enum(['ssh', 'openpgp'], {
      errorMap: () => ({ message: 'must be ssh or openpgp' }),
    }),
    key: line,
  })
  .strict();

const atLeastASecond = durationSetting.refine(
  length => length >= 1_000,
  'must be at least one second',
);

/** What `sphera.rollback` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    repositories: z.array(repositorySchema).default([]),
    layouts: z.array(layout).default([]),
    identity: person.default({ name: 'sphera', email: 'sphera@localhost' }),
    signing: signing.optional(),
    cloneFolder: text.optional(),
    lockAfterwards: z.boolean().default(true),
    rollOutLimit: atLeastASecond.default('PT10M'),
    pullRequestLimit: atLeastASecond.default('PT30M'),
    ranWellAfter: durationSetting.default('P1D'),
    fetchEvery: atLeastASecond.default('PT10S'),
    slack: slack.optional(),
    argoCd: z.array(argoCd).default([]),
    registries: z.array(registry).default([]),
  })
  .strict();

/** `sphera.rollback` as it is written, with its defaults. */
export type WrittenSettings = z.output<typeof settingsSchema>;
