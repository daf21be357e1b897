import { durationSetting } from '@sphera/plugin-fleet-node';
import { z } from 'zod/v3';

const replicas = z
  .number()
  .int('must be a whole number of pods')
  .min(1, 'must be at least 1')
  .optional();
const entity = z
  .string()
  .regex(
    /^([a-z]+:)?([a-z0-9._-]+\/)?[a-z0-9._-]+$/i,
    'must be an entity ref, or a name',
  )
  .optional();
const objectName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be a name as Kubernetes takes it',
  );

const guardrail = z
  .object({
    environment: z.string().optional(),
    team: entity,
    service: entity,
    floor: replicas,
    ceiling: replicas,
    largestStep: replicas,
    largestRatio: z.number().min(1, 'must be at least 1').optional(),
    neverBelowNow: z.boolean().optional(),
  })
  .strict()
  .refine(
    ({ floor, ceiling }) =>
      floor === undefined || ceiling === undefined || floor <= ceiling,
    { path: ['ceiling'], message: 'must be at least the floor' },
  );

/** What `sphera.kubernetes` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    restart: z
      .object({ coolDown: durationSetting.optional() })
      .strict()
      .default({}),
    drift: z
      .object({
        behindAfter: durationSetting.optional(),
        ignoreVariables: z.array(z.string().min(1)).optional(),
      })
      .strict()
      .default({}),
    guardrails: z.array(guardrail).default([]),
    clusterLocks: z
      .object({
        enabled: z.boolean().default(true),
        namespace: objectName.default('sphera-system'),
        name: objectName.default('sphera-locks'),
      })
      .strict()
      .default({}),
  })
  .strict();
