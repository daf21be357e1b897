import { durationSetting } from '@sphera/plugin-fleet-node';
import { LARGEST_VALUE } from '@sphera/plugin-secrets-common';
import { z } from 'zod/v3';

const text = z.string().min(1, 'must not be empty');
const pattern = text.refine(isPattern, 'must be a regular expression');
const days = 'must be a whole number of days from 7 to 30';

const placesOfEnvironment = z
  .object({
    environment: text,
    account: z
      .string()
      .regex(/^\d{12}$/, 'must be an AWS account: twelve digits, in quotes')
      .optional(),
    regions: z.array(text).min(1, 'must name at least one region').optional(),
    endpoint: z
      .string()
      .url('must be an address; leave it out for AWS itself')
      .optional(),
    kmsKey: text.optional(),
  })
  .strict();

const standard = z
  .object({
    name: text.default('{environment}/{service}/{name}'),
    tags: z.record(z.string()).default({
      service: '{service}',
      environment: '{environment}',
      owner: '{owner}',
      'managed-by': 'sphera',
    }),
    kmsKey: text.optional(),
    description: z.string().default('{name} of {service} in {environment}'),
    names: z
      .object({ pattern, example: text, sentence: text })
      .strict()
      .refine(
        names =>
          !isPattern(names.pattern) ||
          new RegExp(`^(?:${names.pattern})$`, 'u').test(names.example),
        { path: ['example'], message: 'is not as its own pattern says' },
      )
      .default({
        pattern: '[a-z][a-z0-9]*(-[a-z0-9]+)*',
        example: 'database-password',
        sentence: 'lower-case words and numbers joined by hyphens',
      }),
    longestValue: z
      .number()
      .int('must be a whole number of bytes')
      .min(1, 'must be at least 1')
      .max(LARGEST_VALUE, `must be at most ${LARGEST_VALUE}: AWS takes no more`)
      .default(LARGEST_VALUE),
    forbidden: z
      .array(z.object({ pattern, because: text }).strict())
      .default([]),
    recoveryDays: z.number().int(days).min(7, days).max(30, days).default(30),
  })
  .strict()
  .default({});

/** What `sphera.secrets` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    places: z.array(placesOfEnvironment).default([]),
    standard,
    fingerprintKeys: z
      .array(
        z
          .object({
            id: text.max(40, 'must have at most 40 characters'),
            secret: z
              .string()
              .min(32, 'is too short to be safe: at least 32 characters'),
          })
          .strict(),
      )
      .default([]),
    sweepEvery: durationSetting
      .refine(length => length >= 5_000, 'must be at least five seconds')
      .default('PT5M'),
    oldAfter: durationSetting.default('P365D'),
    unreadAfter: durationSetting.default('P90D'),
    limits: z
      .record(z.number().positive('must be more than 0: calls in a second'))
      .default({}),
  })
  .strict();

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(`^(?:${source})$`, 'u'));
  } catch {
    return false;
  }
}
