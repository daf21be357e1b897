import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment, placeSchema } from './place';

/** Something that Kubernetes noted about a thing of a service. */
export const eventSchema = placeSchema.extend({
  deployment: z.string().describe('Name of the deployment it is about'),
  about: z.object({
    kind: z.string().describe('Pod, ReplicaSet, Deployment, …'),
    name: z.string(),
  }),
  severity: z.enum(['normal', 'warning']),
  reason: z.string().describe('In one word of Kubernetes: FailedScheduling'),
  message: z.string(),
  count: z.number().int().describe('How often it happened'),
  firstAt: moment('When it happened first'),
  lastAt: moment('When it happened last'),
});

/** Something that Kubernetes noted about a thing of a service. */
export type ClusterEvent = z.output<typeof eventSchema>;

/** A page of events. */
export const eventsPageSchema = pageOf(eventSchema);
