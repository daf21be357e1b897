import {
  defineOperation,
  pageFields,
  pageOf,
  servicesField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { plugin } from './inputFields';
import { DRIFT_KINDS } from './secret';

/** The secrets of one service in sum. */
export const serviceSecretsSchema = z.object({
  service: z.string().describe('Entity ref'),
  secrets: z.number().int().describe('How many names there are'),
  drifting: z
    .number()
    .int()
    .describe('How many of them differ between regions of an environment'),
  kinds: z
    .record(z.enum(DRIFT_KINDS), z.number().int())
    .describe('How many (name, environment) have each kind'),
  notToStandard: z
    .number()
    .int()
    .describe('How many names are not to the standard somewhere'),
  environments: z
    .array(
      z.object({
        environment: z.string(),
        secrets: z.number().int(),
        drifting: z.number().int(),
        isComplete: z
          .boolean()
          .describe(
            'Every place is seen, and no secret is missing, stale or different',
          ),
      }),
    )
    .describe('Those in which it has secrets, in the order of the fleet'),
});

/** The secrets of one service in sum. */
export type ServiceSecrets = z.output<typeof serviceSecretsSchema>;

/** Every service that has secrets, in sum. */
export const listServiceSecrets = defineOperation({
  plugin,
  name: 'list-service-secrets',
  title: 'List services with secrets',
  description:
    'Lists every service that has secrets with how many there are, how many drift between regions and how many are not to the standard, by environment.',
  effect: 'read',
  input: z.object({
    services: servicesField.optional().describe('Only these'),
    ...pageFields,
  }),
  output: pageOf(serviceSecretsSchema),
});
