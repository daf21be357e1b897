import {
  clusterField,
  defineOperation,
  durationField,
  idField,
  reasonField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { acceptedSchema } from './change';
import {
  targetingField,
  variantField,
  variantsField,
} from './definition/definitionSchema';
import { FLAG_TYPES } from './definition/FlagDefinition';
import { definitionChangeFields } from './definitionChange';
import {
  aboutChangeFields,
  aboutFields,
  clustersField,
  environmentsField,
  flagField,
  plugin,
  ringField,
  ringsField,
} from './fields';
import { rolloutSchema } from './rollout';

/** A flag that was not there. */
export const createFlag = defineOperation({
  plugin,
  name: 'create-flag',
  title: 'Create a flag',
  description:
    'Creates a feature flag of a service in the format of OpenFeature’s flagd, and sends it to all clusters, or to those that are named.',
  effect: 'write',
  input: z.object({
    flag: flagField,
    service: serviceField,
    type: z.enum(FLAG_TYPES),
    variants: variantsField,
    defaultVariant: variantField,
    state: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    targeting: targetingField.optional(),
    percentages: definitionChangeFields.percentages,
    ...aboutFields,
    clusters: clustersField.optional().describe('Absent: all'),
    reason: reasonField,
  }),
  output: acceptedSchema,
  unknownTargets: 'answer',
});

/** Another definition, in some clusters or all. */
export const setFlag = defineOperation({
  plugin,
  name: 'set-flag',
  title: 'Change a flag',
  description:
    'Changes a feature flag in all clusters that have it, or in those that are named by cluster, ring or environment. What is left out stays. Accepted at once; each cluster acknowledges by itself. Refused (409) while a roll-out of the flag is under way.',
  effect: 'write',
  input: z.object({
    flag: flagField,
    clusters: clustersField.optional(),
    rings: ringsField.optional(),
    environments: environmentsField.optional(),
    ...definitionChangeFields,
    about: z
      .object(aboutChangeFields)
      .strict()
      .optional()
      .describe(
        'What it is about; null takes something away: without an owner, it is that of its service. Reaches no cluster',
      ),
    seen: z
      .record(z.number().int())
      .optional()
      .describe(
        'Revisions by cluster that the caller knows of: refused (409) where somebody changed one meanwhile',
      ),
    seenAbout: z
      .object(aboutChangeFields)
      .strict()
      .optional()
      .describe(
        'What the caller knows it to be about: refused (409) where something that is to change is another by now',
      ),
    reason: reasonField,
  }),
  output: acceptedSchema,
  unknownTargets: 'answer',
});

/** Gone from every cluster. */
export const retireFlag = defineOperation({
  plugin,
  name: 'retire-flag',
  title: 'Retire a flag',
  description:
    'Takes a feature flag out of every cluster; applications then use the default of their code. Its history stays, and its key is never used again for something else.',
  effect: 'destructive',
  input: z.object({ flag: flagField, reason: reasonField }),
  output: acceptedSchema,
  unknownTargets: 'answer',
});

/** Off everywhere, now. */
export const killFlag = defineOperation({
  plugin,
  name: 'kill-flag',
  title: 'Switch a flag off everywhere',
  description:
    'Switches a feature flag off in every cluster at once: a boolean answers false for everybody, any other is disabled, so that applications use the default of their code. A roll-out that is under way ends.',
  effect: 'write',
  input: z.object({ flag: flagField, reason: reasonField }),
  output: acceptedSchema,
  unknownTargets: 'answer',
});

/** Back to a point of its history. */
export const restoreFlag = defineOperation({
  plugin,
  name: 'restore-flag',
  title: 'Put a flag back',
  description:
    'Puts a feature flag back, in all clusters or those that are named, to what was wanted right after a change of its history.',
  effect: 'write',
  input: z.object({
    flag: flagField,
    change: idField.describe('The change after which it was as it should be'),
    clusters: clustersField.optional(),
    reason: reasonField,
  }),
  output: acceptedSchema,
  unknownTargets: 'answer',
});

/** In step again. */
export const mendDrift = defineOperation({
  plugin,
  name: 'mend-drift',
  title: 'Bring in step',
  description:
    'Sends what is wanted once more where a cluster has something else: for one flag in one cluster, for a flag in all clusters, or for all flags of a cluster. What is left over from flags that nobody wants is removed.',
  effect: 'write',
  input: z.object({
    flag: flagField.optional(),
    cluster: clusterField.optional(),
    reason: reasonField,
  }),
  output: acceptedSchema,
  unknownTargets: 'answer',
});

/** Ring by ring. */
export const startRollout = defineOperation({
  plugin,
  name: 'start-rollout',
  title: 'Roll a flag out',
  description:
    'Changes a feature flag ring by ring: each ring waits until every cluster of the one before acknowledged, and then for the soak time. Stops by itself where a cluster refuses or stays silent.',
  effect: 'write',
  input: z.object({
    flag: flagField,
    ...definitionChangeFields,
    rings: z
      .array(
        z.union(
          [
            ringField,
            z.object({ name: ringField, clusters: clustersField }).strict(),
          ],
          {
            errorMap: () => ({
              message:
                'must be the name of a ring, like canary, or a ring of one’s own with name and clusters',
            }),
          },
        ),
      )
      .min(1, 'must name at least one ring, or be left out')
      .max(50, 'names too many rings: at most 50')
      .optional()
      .describe(
        'Names of configured rings, or rings of one’s own; in order. Absent: as configured',
      ),
    soak: durationField
      .optional()
      .describe(
        'How long a ring is watched before the next. Absent: as configured',
      ),
    reason: reasonField,
  }),
  output: rolloutSchema,
  unknownTargets: 'answer',
});

const oneRollout = z.object({ id: idField, reason: reasonField });

export const pauseRollout = defineOperation({
  plugin,
  name: 'pause-rollout',
  title: 'Pause a roll-out',
  description:
    'Sends a roll-out no further; what was sent stays. It can be resumed.',
  effect: 'write',
  input: oneRollout,
  output: rolloutSchema,
  unknownTargets: 'answer',
});

export const resumeRollout = defineOperation({
  plugin,
  name: 'resume-rollout',
  title: 'Resume a roll-out',
  description:
    'Goes on with a roll-out that was paused or stopped by itself; a ring that was refused is sent again.',
  effect: 'write',
  input: oneRollout,
  output: rolloutSchema,
  unknownTargets: 'answer',
});

export const abortRollout = defineOperation({
  plugin,
  name: 'abort-rollout',
  title: 'Abort a roll-out',
  description:
    'Ends a roll-out and restores, in each cluster that it reached, what was wanted there before.',
  effect: 'write',
  input: oneRollout,
  output: rolloutSchema,
  unknownTargets: 'answer',
});

/** The next ring of a roll-out: only sphera itself sends it. */
export const advanceRollout = defineOperation({
  plugin,
  name: 'advance-rollout',
  title: 'Roll-out goes on',
  description: 'Sends the next ring of a roll-out, or notes how it ended.',
  effect: 'write',
  internal: true,
  input: z.object({
    id: idField,
    step: z.enum(['send', 'stop', 'finish']),
    ring: z.number().int().optional(),
    sentence: z.string(),
  }),
  output: rolloutSchema,
  unknownTargets: 'answer',
});
