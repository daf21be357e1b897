import {
  clusterField,
  defineOperation,
  environmentField,
  idField,
  pageFields,
  plainText,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import {
  agentsPageSchema,
  messagingSchema,
  setAsidePageSchema,
} from './agents';
import { changesPageSchema } from './change';
import { driftPageSchema } from './drift';
import { aboutFields, flagField, plugin } from './fields';
import { flagSchema, flagsPageSchema } from './flag';
import { ringsSchema } from './rings';
import { ROLLOUT_STATES, rolloutSchema, rolloutsPageSchema } from './rollout';

/** Flags × clusters. */
export const listFlags = defineOperation({
  plugin,
  name: 'list-flags',
  title: 'List flags',
  description:
    'Lists feature flags with what is wanted in each cluster, what the cluster reports, and whether the two agree.',
  effect: 'read',
  input: z.object({
    service: serviceField.optional().describe('Absent: all services'),
    environment: environmentField.optional().describe('Only its clusters'),
    cluster: clusterField.optional().describe('Only this one'),
    owner: aboutFields.owner.describe('Entity ref of a team or a person'),
    state: z
      .enum(['queued', 'on-its-way', 'refused', 'silent', 'changed'])
      .optional()
      .describe('Only flags that stand so in at least one cluster'),
    ready: z.boolean().optional().describe('Only those ready to remove'),
    retired: z
      .boolean()
      .default(false)
      .describe('Those that are retired, instead'),
    text: plainText({ what: 'a text', longest: 100 })
      .optional()
      .describe('Part of the key, description or service'),
    ...pageFields,
  }),
  output: flagsPageSchema,
  target: ({ service, environment, cluster }) => ({
    service,
    environment,
    cluster,
  }),
});

/** One flag. */
export const getFlag = defineOperation({
  plugin,
  name: 'get-flag',
  title: 'Get a flag',
  description:
    'Tells everything of a feature flag: in each cluster what is wanted, what is reported, why they differ.',
  effect: 'read',
  input: z.object({ flag: flagField }),
  output: flagSchema,
  unknownTargets: 'answer',
});

/** What is not as it should be. */
export const listDrift = defineOperation({
  plugin,
  name: 'list-drift',
  title: 'List drift of flags',
  description:
    'Lists where a cluster has something else than is wanted, and where clusters of one environment that should agree do not.',
  effect: 'read',
  input: z.object({
    service: serviceField.optional(),
    flag: flagField.optional(),
    environment: environmentField.optional(),
    cluster: clusterField.optional(),
    ...pageFields,
  }),
  output: driftPageSchema,
  target: ({ service, environment, cluster }) => ({
    service,
    environment,
    cluster,
  }),
});

/** What was done, by whom, why, and who followed when. */
export const listChanges = defineOperation({
  plugin,
  name: 'list-changes',
  title: 'List changes of flags',
  description:
    'Lists what was done to feature flags, the newest first: who, why, and when each cluster followed.',
  effect: 'read',
  input: z.object({
    flag: flagField.optional(),
    service: serviceField.optional(),
    ...pageFields,
  }),
  output: changesPageSchema,
  target: ({ service }) => ({ service }),
});

/** One roll-out. */
export const getRollout = defineOperation({
  plugin,
  name: 'get-rollout',
  title: 'Get a roll-out',
  description: 'Tells how a roll-out of a flag stands, ring by ring.',
  effect: 'read',
  input: z.object({ id: idField }),
  output: rolloutSchema,
  unknownTargets: 'answer',
});

/** Roll-outs that are, and that were. */
export const listRollouts = defineOperation({
  plugin,
  name: 'list-rollouts',
  title: 'List roll-outs',
  description: 'Lists roll-outs of flags, the newest first.',
  effect: 'read',
  input: z.object({
    flag: flagField.optional(),
    service: serviceField.optional(),
    state: z.enum(ROLLOUT_STATES).optional(),
    ...pageFields,
  }),
  output: rolloutsPageSchema,
  target: ({ service }) => ({ service }),
});

/** How roll-outs go. */
export const getRings = defineOperation({
  plugin,
  name: 'get-rings',
  title: 'Get rings',
  description:
    'Tells the rings of roll-outs as they are configured, in order, with the clusters of each, and for how long each is watched.',
  effect: 'read',
  input: z.object({}),
  output: ringsSchema,
});

/** Who applies flags in the clusters. */
export const listAgents = defineOperation({
  plugin,
  name: 'list-agents',
  title: 'List agents',
  description:
    'Lists the clusters that flags are sent to: when each was heard last, and what its agent says.',
  effect: 'read',
  input: z.object({ environment: environmentField.optional(), ...pageFields }),
  output: agentsPageSchema,
  target: ({ environment }) => ({ environment }),
});

/** How the messages flow. */
export const getMessaging = defineOperation({
  plugin,
  name: 'get-messaging',
  title: 'How messages flow',
  description:
    'Tells whether Kafka can be reached, how many wishes wait for it, and how many messages were kept aside.',
  effect: 'read',
  input: z.object({}),
  output: messagingSchema,
});

/** Messages that could not be read. */
export const listSetAside = defineOperation({
  plugin,
  name: 'list-set-aside',
  title: 'List messages kept aside',
  description:
    'Lists messages from clusters that could not be read, each with the reason; the rest flowed on.',
  effect: 'read',
  input: z.object(pageFields),
  output: setAsidePageSchema,
});
