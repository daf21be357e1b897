import {
  defineOperation,
  pageFields,
  pageOf,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { plugin } from './fields';

/** How a flag may not be as it should be, the worst first; `unlike`: clusters of one environment are to have different things. */
export const FLAG_DRIFTS = ['refused', 'changed', 'unlike', 'silent'] as const;
export type FlagDriftKind = (typeof FLAG_DRIFTS)[number];

/** The flags of one service in sum. */
export const serviceFlagsSchema = z.object({
  service: z.string().describe('Entity ref'),
  flags: z
    .number()
    .int()
    .describe('How many it has; a retired one counts while it drifts'),
  drifting: z
    .number()
    .int()
    .describe('How many of them are not as they should be somewhere'),
  kinds: z
    .record(z.enum(FLAG_DRIFTS), z.number().int())
    .describe('How many flags drift in each way'),
  readyToRemove: z.number().int(),
  rollouts: z.number().int().describe('How many are being rolled out'),
});
export type ServiceFlags = z.output<typeof serviceFlagsSchema>;

/**
 * Facts `flags` of a service in the hub; a service without flags has none. A type rather than an interface, since the
 * hub takes nothing but JSON.
 */
export type FlagsFacts = Omit<ServiceFlags, 'service'>;

/** Every service that has flags, in sum. */
export const listServiceFlags = defineOperation({
  plugin,
  name: 'list-service-flags',
  title: 'List services with flags',
  description:
    'Lists every service that has feature flags with how many there are, how many drift, are being rolled out, or are ready to remove.',
  effect: 'read',
  input: z.object({ ...pageFields }),
  output: pageOf(serviceFlagsSchema),
});
