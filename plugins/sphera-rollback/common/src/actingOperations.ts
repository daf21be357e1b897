import {
  defineOperation,
  idField,
  reasonField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import {
  one,
  planField,
  plugin,
  regionsField,
  targetsOf,
  versionField,
} from './fields';
import { setFields } from './lookingOperations';
import { ROLLBACK_STATES, rollbackSchema } from './rollback';
import { rollbackSetSchema } from './set';

const lockField = z
  .boolean()
  .optional()
  .describe(
    'Whether deploys are locked afterwards, so that no pipeline brings the version back. Absent: as configured, usually yes',
  );

/** Back to a version, through a commit to the GitOps repository. */
export const startRollback = defineOperation({
  plugin,
  name: 'start-rollback',
  title: 'Roll back',
  description:
    'Rolls a service back to an earlier version, in some regions of an environment or all of them: commits the version to the GitOps repository, pushes, and follows the clusters until they run it. Answers at once; get-rollback tells how it stands. With the id of a plan it is refused where something has changed since.',
  effect: 'write',
  stoppedBy: 'rollback',
  input: z.object({
    ...one,
    regions: regionsField.optional(),
    version: versionField,
    reason: reasonField,
    lock: lockField,
    plan: planField.optional(),
  }),
  output: rollbackSchema,
  target: targetsOf,
});

/** Stops a rollback whose change is not in the repository yet. */
export const cancelRollback = defineOperation({
  plugin,
  name: 'cancel-rollback',
  title: 'Cancel a rollback',
  description:
    'Stops a rollback as long as its change is not in the GitOps repository: before the push, or while its pull request waits. After that, roll forward.',
  effect: 'write',
  input: z.object({ id: idField, reason: reasonField }),
  output: rollbackSchema,
  unknownTargets: 'answer',
});

/** Takes a rollback back. */
export const rollForward = defineOperation({
  plugin,
  name: 'roll-forward',
  title: 'Roll forward',
  description:
    'Takes a rollback back: each file says again what it said before, and the lock of the rollback is taken off. One that is still under way ends with it.',
  effect: 'write',
  stoppedBy: 'rollback',
  input: z.object({
    id: idField,
    reason: reasonField,
    plan: planField.optional(),
  }),
  output: rollbackSchema,
  unknownTargets: 'answer',
});

/** Rolls back several services of a system together. */
export const startRollbackSet = defineOperation({
  plugin,
  name: 'start-rollback-set',
  title: 'Roll back a system',
  description:
    'Rolls the services of a system back to what ran at a moment, each like start-rollback. Refused as a whole where one of them cannot begin.',
  effect: 'write',
  stoppedBy: 'rollback',
  input: z.object({
    ...setFields,
    services: z
      .array(serviceField)
      .min(1, 'must name at least one service')
      .max(200, 'names too many services')
      .refine(all => new Set(all).size === all.length, {
        message: 'names a service more than once',
      })
      .describe('Which of those that plan-rollback-set names'),
    plans: z
      .array(planField)
      .max(200, 'names too many plans')
      .optional()
      .describe('Ids of their plans, in the same order'),
    reason: reasonField,
    lock: lockField,
  }),
  output: rollbackSetSchema,
  target: ({ services, environment }) =>
    services.map(service => ({ service, environment })),
});

/** Notes how a rollback ended. */
export const settleRollback = defineOperation({
  plugin,
  name: 'settle-rollback',
  title: 'Rollback ended',
  description: 'Notes the outcome of a rollback.',
  effect: 'write',
  internal: true,
  input: z.object({
    id: idField,
    state: z.enum(ROLLBACK_STATES),
    sentence: z.string(),
  }),
  output: rollbackSchema,
  unknownTargets: 'answer',
});
