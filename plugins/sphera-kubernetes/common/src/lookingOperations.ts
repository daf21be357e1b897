import {
  clusterField,
  defineOperation,
  environmentField,
  pageFields,
  plainText,
  servicesField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { autoscalersPageSchema } from './autoscaler';
import { clusterSchema } from './cluster';
import { deploymentDetailsSchema, deploymentsPageSchema } from './deployment';
import { DRIFT_KINDS, driftPageSchema } from './drift';
import { eventsPageSchema } from './event';
import { one, plugin, where, whereTarget } from './inputFields';
import { serviceDeploymentsPageSchema } from './matrix';
import { namespaceField, objectNameField } from './place';
import { podsPageSchema } from './pod';

const words = (what: string) => plainText({ what, longest: 200 });

/** How well the portal sees each cluster. */
export const listClusters = defineOperation({
  plugin,
  name: 'list-clusters',
  title: 'List clusters',
  description:
    'Lists the clusters of the fleet with whether the portal sees each of them, since when not, and why.',
  effect: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(clusterSchema) }),
});

/** What runs where. */
export const listDeployments = defineOperation({
  plugin,
  name: 'list-deployments',
  title: 'List deployments',
  description:
    'Lists the deployments of services in all clusters: version, ready and wanted pods, rollout, health. One item per service, cluster and deployment; filters combine.',
  effect: 'read',
  input: z.object({ ...where, ...pageFields }),
  output: deploymentsPageSchema,
  target: whereTarget,
});

/** The matrix of services and clusters. */
export const listServiceDeployments = defineOperation({
  plugin,
  name: 'list-service-deployments',
  title: 'List services with their deployments',
  description:
    'Lists services, each with all that runs of it in every cluster and with its drift: the matrix of the deployments page. Filters combine.',
  effect: 'read',
  input: z.object({
    text: words('what to look for')
      .optional()
      .describe('Words that name, title, owner or version must all contain'),
    team: z
      .string()
      .max(200, 'is too long: a team is named like group:default/payments')
      .regex(
        /^[a-z0-9:/._-]+$/i,
        'must name a team, like group:default/payments',
      )
      .optional()
      .describe('Owner: entity ref, or name of a group'),
    environment: environmentField
      .optional()
      .describe('Only what runs in it, and its drift'),
    only: z
      .enum(['drift', 'unhealthy'])
      .optional()
      .describe(
        'drift: only services with drift; unhealthy: only services with pods that are not ready or a rollout that is stuck',
      ),
    mine: z
      .boolean()
      .default(false)
      .describe('Only services that the caller or a team of theirs owns'),
    services: servicesField.optional().describe('Only these'),
    ...pageFields,
  }),
  output: serviceDeploymentsPageSchema,
  target: ({ environment }) => ({ environment }),
});

/** Everything about one deployment. */
export const getDeployment = defineOperation({
  plugin,
  name: 'get-deployment',
  title: 'Look at a deployment',
  description:
    'Everything about one deployment: revisions, pods with what is wrong in words, conditions, autoscalers, drift, whether it can be restarted now and how the latest restart went.',
  effect: 'read',
  input: z.object(one),
  output: deploymentDetailsSchema,
});

/** The pods of a service, a cluster or a deployment. */
export const listPods = defineOperation({
  plugin,
  name: 'list-pods',
  title: 'List pods',
  description:
    'Lists pods of services with their state in words: crash-looping, image missing, out of memory, pending, and the event behind it.',
  effect: 'read',
  input: z.object({
    ...where,
    namespace: namespaceField.optional(),
    deployment: objectNameField.optional(),
    ...pageFields,
  }),
  output: podsPageSchema,
  target: whereTarget,
});

/** What Kubernetes noted lately. */
export const listEvents = defineOperation({
  plugin,
  name: 'list-events',
  title: 'List events',
  description:
    'Lists what Kubernetes noted about services lately (at most the last 50 events per deployment), the newest first.',
  effect: 'read',
  input: z.object({
    ...where,
    namespace: namespaceField.optional(),
    deployment: objectNameField.optional(),
    severity: z.enum(['normal', 'warning']).optional(),
    ...pageFields,
  }),
  output: eventsPageSchema,
  target: whereTarget,
});

/** The autoscalers of a service. */
export const listAutoscalers = defineOperation({
  plugin,
  name: 'list-autoscalers',
  title: 'List autoscalers',
  description:
    'Lists autoscalers of services: bounds, pods now, load, and the range that the guardrails allow.',
  effect: 'read',
  input: z.object({
    ...where,
    namespace: namespaceField.optional(),
    deployment: objectNameField.optional(),
    ...pageFields,
  }),
  output: autoscalersPageSchema,
  target: whereTarget,
});

/** What is not as it should be. */
export const listDrift = defineOperation({
  plugin,
  name: 'list-drift',
  title: 'List drift',
  description:
    'Lists what differs where it should not: versions within an environment, environments that lag behind, replicas outside their bounds, resources and environment variables that differ between clusters, bounds that were overwritten.',
  effect: 'read',
  input: z.object({
    ...where,
    kind: z.enum(DRIFT_KINDS).optional(),
    ...pageFields,
  }),
  output: driftPageSchema,
  target: whereTarget,
});

/** The log of a container. */
export const streamLogs = defineOperation({
  plugin,
  name: 'stream-logs',
  title: 'Read logs',
  description:
    'The log of a container: over HTTP a stream of lines, each beginning with its time; through other doors the last lines.',
  effect: 'read',
  audited: true,
  input: z.object({
    cluster: clusterField,
    namespace: namespaceField,
    pod: objectNameField,
    container: objectNameField
      .optional()
      .describe('Absent: the first container'),
    previous: z
      .boolean()
      .default(false)
      .describe('The run before the last restart'),
    follow: z
      .boolean()
      .default(false)
      .describe('Over HTTP: go on with new lines as they are written'),
    lines: z
      .number()
      .int('must be a whole number from 1 to 5000')
      .min(1, 'must be a whole number from 1 to 5000')
      .max(5000, 'must be a whole number from 1 to 5000')
      .default(500)
      .describe('How many of the last lines to begin with'),
  }),
  output: z.object({
    items: z.array(z.object({ at: z.string(), text: z.string() })),
    leftOut: z
      .string()
      .optional()
      .describe(
        'Present where the last lines are too long for one answer: how many of them are missing, in words',
      ),
  }),
});
