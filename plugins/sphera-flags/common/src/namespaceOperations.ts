import {
  defineOperation,
  reasonField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { plugin } from './fields';

const namespaceSchema = z.object({
  namespace: z
    .string()
    .describe('Keys that are it, or begin with it and a dot'),
  service: z.string(),
});

const namespace = {
  plugin,
  effect: 'write',
  input: z.object({ service: serviceField, reason: reasonField }),
  output: namespaceSchema,
  target: ({ service }: { service: string }) => ({ service }),
} as const;

/** Flags whose keys begin with the name of a service are its own. */
export const claimFlagNamespace = defineOperation({
  ...namespace,
  name: 'claim-flag-namespace',
  title: 'Claim a flag namespace',
  description:
    'Makes the keys that are the name of a service, or begin with it and a dot, its own: no other service can create flags there. Safe to ask again.',
});

/** The keys are anybody's again. */
export const releaseFlagNamespace = defineOperation({
  ...namespace,
  name: 'release-flag-namespace',
  title: 'Release a flag namespace',
  description:
    'Gives the flag namespace of a service free again; its flags stay as they are. Safe to ask again.',
  unknownTargets: 'answer',
});
