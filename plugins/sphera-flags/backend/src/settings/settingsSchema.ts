import { ringField } from '@sphera/plugin-flags-common';
import { durationSetting } from '@sphera/plugin-fleet-node';
import { z } from 'zod/v3';
import { firstFlag } from './firstFlag';
import { text } from './texts';
import { transportSchema } from './transportSchema';

const DAY_MS = 86_400_000;

const atLeastASecond = durationSetting.refine(
  length => length >= 1_000,
  'must be at least one second',
);

const topic = z
  .string()
  .regex(
    /^(?!\.\.?$)[A-Za-z0-9._-]{1,249}$/,
    'must be the name of a topic: letters, digits, dots, dashes and underscores',
  );

const wholeNumber = (most: number) => {
  const message = `must be a whole number from 1 to ${most}`;
  return z.number({ message }).int(message).min(1, message).max(most, message);
};

const someClusters = z
  .array(text)
  .min(1, 'must name at least one cluster, or be left out');

const ring = z
  .object({
    name: ringField,
    clusters: someClusters.optional(),
    environment: text.optional(),
    region: text.optional(),
  })
  .strict()
  .refine(
    one =>
      one.clusters
        ? !one.environment && !one.region
        : one.environment || one.region,
    {
      message: 'must have either clusters, or an environment, a region or both',
    },
  );

const signing = z
  .object({
    key: z
      .string()
      .regex(
        /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
        'must be the id of a key: letters, digits, dots and dashes, like portal-2026',
      ),
    privateKey: text,
  })
  .strict();

/** What `sphera.flags` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    transport: transportSchema.optional(),
    topics: z
      .object({ commands: topic.optional(), reports: topic.optional() })
      .strict()
      .default({}),
    partitions: wholeNumber(10_000).default(12),
    replicas: wholeNumber(100).default(3),
    signing: signing.optional(),
    clusters: someClusters.optional(),
    rings: z
      .array(ring)
      .min(1, 'must have at least one ring, or be left out')
      .max(49, 'has too many rings: at most 49')
      .optional(),
    soak: durationSetting.default('PT10M'),
    silentAfter: atLeastASecond.default('PT2M'),
    acknowledgeWithin: atLeastASecond.default('PT5M'),
    resendAfter: atLeastASecond.default('PT1M'),
    readyToRemoveAfter: durationSetting.default('P30D'),
    keepHistory: durationSetting
      .refine(length => length >= DAY_MS, 'must be at least a day')
      .default('P2Y'),
    guardrails: z
      .array(
        z
          .object({
            environment: text.optional(),
            atMostClusters: wholeNumber(100_000),
          })
          .strict(),
      )
      .default([]),
    firstFlags: z.array(firstFlag).default([]),
  })
  .strict();

/** `sphera.flags` as it is written, with its defaults. */
export type WrittenSettings = z.output<typeof settingsSchema>;
