import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment, placeSchema } from './place';

/** What a pod is doing, in the words of people on call. */
export const POD_STATES = [
  'running',
  'starting',
  'pending',
  'not-ready',
  'crash-looping',
  'image-missing',
  'out-of-memory',
  'misconfigured',
  'failed',
  'ending',
  'completed',
] as const;

/** One pod of a deployment. */
export const podSchema = placeSchema.extend({
  deployment: z.string().describe('Name of its deployment'),
  version: z.string().describe('That it was created with'),
  state: z.enum(POD_STATES),
  ready: z.boolean(),
  sentence: z
    .string()
    .optional()
    .describe('What is wrong, in words, with the event behind it'),
  restarts: z.number().int().describe('Of its containers together'),
  node: z.string().optional(),
  createdAt: moment('When it was created'),
  containers: z.array(
    z.object({
      name: z.string(),
      image: z.string(),
      ready: z.boolean(),
      restarts: z.number().int(),
      state: z.string().describe('running, waiting or terminated'),
      reason: z
        .string()
        .optional()
        .describe('In the words of Kubernetes: CrashLoopBackOff'),
      lastExit: z
        .object({
          reason: z.string().optional(),
          code: z.number().int(),
          at: moment('When it ended').optional(),
        })
        .optional()
        .describe(
          'How its previous run ended; there are logs of that run then',
        ),
    }),
  ),
});

/** One pod of a deployment. */
export type Pod = z.output<typeof podSchema>;
export type PodState = (typeof POD_STATES)[number];

/** A page of pods. */
export const podsPageSchema = pageOf(podSchema);
