import {
  defineOperation,
  environmentField,
  reasonField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import {
  planField,
  plugin,
  regionsField,
  targetsOf,
  versionField,
} from './fields';
import { promotionPlanSchema, promotionSchema } from './promotion';

const promotionFields = {
  service: serviceField,
  from: environmentField.describe('The environment that the version runs in'),
  to: environmentField.describe('The environment that is to run it'),
  version: versionField.optional().describe('Absent: what `from` runs'),
  regions: regionsField
    .optional()
    .describe('Absent: all in which it has a manifest for `to`'),
};

const into = ({
  service,
  to,
  regions,
}: {
  service: string;
  to: string;
  regions?: string[];
}) => targetsOf({ service, environment: to, regions });

/** What a promotion would do. */
export const planPromotion = defineOperation({
  plugin,
  name: 'plan-promotion',
  title: 'Plan a promotion',
  description:
    'Tells exactly what promoting a version from one environment to another would change, and changes nothing: the diff of each file, files that are new, the clusters that follow, locks in the way.',
  effect: 'read',
  input: z.object(promotionFields),
  output: promotionPlanSchema,
  target: into,
});

/** On to the next environment, through a commit to the GitOps repository. */
export const promote = defineOperation({
  plugin,
  name: 'promote',
  title: 'Promote',
  description:
    'Has an environment run the version that another one runs, like production what staging runs: commits it to the GitOps repository, in all regions or some; for the first time with the manifests that wait in its own repository. Safe to ask again: what is there alike is not committed twice. With the id of a plan it is refused where something has changed since.',
  effect: 'write',
  stoppedBy: 'deploy',
  input: z.object({
    ...promotionFields,
    reason: reasonField,
    plan: planField.optional(),
  }),
  output: promotionSchema,
  target: into,
});
