import { durationSetting, entityRefs, texts } from '@sphera/plugin-fleet-node';
import {
  address,
  committerFields,
  credentials,
  text,
} from '@sphera/plugin-git-node';
import { LAYOUT_KINDS } from '@sphera/plugin-rollback-common';
import { z } from 'zod/v3';
import { repositorySchema } from './repositorySchema';

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

const atLeastASecond = durationSetting.refine(
  length => length >= 1_000,
  'must be at least one second',
);

/** What `sphera.rollback` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    repositories: z.array(repositorySchema).default([]),
    layouts: z.array(layout).default([]),
    ...committerFields,
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
