import {
  defineOperation,
  environmentField,
  idField,
  pageFields,
  plainText,
  regionField,
  serviceField,
  timestampField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { one, plugin, regionsField, targetsOf, versionField } from './fields';
import { layoutSchema } from './layout';
import { planSchema } from './plan';
import { rollbackSchema, rollbacksPageSchema } from './rollback';
import { rollbackSetSchema, setPlanSchema } from './set';
import { versionsPageSchema } from './version';

/** A system of the catalog, like `selling` or `system:default/selling`. */
export const systemField = plainText({ what: 'a system', longest: 200 })
  .transform(text => text.toLowerCase())
  .describe('Entity ref, or name of a system');

/** Which services of a system go back to which moment. */
export const setFields = {
  system: systemField,
  environment: environmentField,
  at: timestampField.describe('The moment to go back to'),
};

/** Where a service can be rolled back. */
export const getLayout = defineOperation({
  plugin,
  name: 'get-layout',
  title: 'Where a service can be rolled back',
  description:
    'Tells the files of the GitOps repository that say which version of a service is to run, by environment and region, and what they say now.',
  effect: 'read',
  input: z.object({ service: serviceField }),
  output: layoutSchema,
  target: ({ service }) => ({ service }),
});

/** What was to run, and when. */
export const listVersions = defineOperation({
  plugin,
  name: 'list-versions',
  title: 'List versions',
  description:
    'Lists the versions of a service in an environment from the history of the GitOps repository, the newest first: when and by whom each was deployed, how long it ran, its commit and pull request, whether it ran well, whether its image still exists.',
  effect: 'read',
  input: z.object({
    ...one,
    region: regionField.optional().describe('Absent: all regions'),
    ...pageFields,
  }),
  output: versionsPageSchema,
  target: ({ service, environment, region }) => ({
    service,
    environment,
    region,
  }),
});

/** What a rollback would do. */
export const planRollback = defineOperation({
  plugin,
  name: 'plan-rollback',
  title: 'Plan a rollback',
  description:
    'Tells exactly what a rollback would change, and changes nothing: the diff of each file, the clusters that follow, locks in the way, migrations of its database on the way back.',
  effect: 'read',
  input: z.object({
    ...one,
    regions: regionsField.optional(),
    version: versionField,
  }),
  output: planSchema,
  target: targetsOf,
});

/** What a roll-forward would do. */
export const planRollForward = defineOperation({
  plugin,
  name: 'plan-roll-forward',
  title: 'Plan a roll-forward',
  description:
    'Tells exactly what taking a rollback back would change, and changes nothing.',
  effect: 'read',
  input: z.object({ id: idField }),
  output: planSchema,
  unknownTargets: 'answer',
});

/** One rollback. */
export const getRollback = defineOperation({
  plugin,
  name: 'get-rollback',
  title: 'Get a rollback',
  description:
    'Tells how a rollback stands: each step, each cluster with its pods, its commit, and what to do next where it failed.',
  effect: 'read',
  input: z.object({ id: idField }),
  output: rollbackSchema,
  unknownTargets: 'answer',
});

/** Rollbacks that are, and that were. */
export const listRollbacks = defineOperation({
  plugin,
  name: 'list-rollbacks',
  title: 'List rollbacks',
  description: 'Lists rollbacks and roll-forwards, the newest first.',
  effect: 'read',
  input: z.object({
    service: serviceField.optional().describe('Absent: all services'),
    environment: environmentField.optional(),
    state: z
      .enum(['all', 'running', 'done', 'failed', 'cancelled'])
      .default('all'),
    set: idField.optional().describe('Only those of a set'),
    ...pageFields,
  }),
  output: rollbacksPageSchema,
  target: ({ service, environment }) => ({ service, environment }),
});

/** What rolling back a whole system would do. */
export const planRollbackSet = defineOperation({
  plugin,
  name: 'plan-rollback-set',
  title: 'Plan a rollback set',
  description:
    'Tells which services of a system ran another version at a moment, and what bringing them back to it would change; changes nothing.',
  effect: 'read',
  input: z.object(setFields),
  output: setPlanSchema,
  target: ({ environment }) => ({ environment }),
});

/** Several services that were rolled back together. */
export const getRollbackSet = defineOperation({
  plugin,
  name: 'get-rollback-set',
  title: 'Get a rollback set',
  description: 'Tells how each rollback of a set stands.',
  effect: 'read',
  input: z.object({ id: idField }),
  output: rollbackSetSchema,
  unknownTargets: 'answer',
});
