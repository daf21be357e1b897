import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment } from './place';

/**
 * `version`: clusters of one environment run different versions · `behind`: an environment runs an older
 * version than an earlier one, for longer than is set · `replicas`: outside the autoscaler's bounds ·
 * `resources`, `variables`: requests, limits or environment variables differ between clusters of one
 * environment · `overwritten`: bounds set through the portal are no longer in force.
 */
export const DRIFT_KINDS = [
  'version',
  'behind',
  'replicas',
  'resources',
  'variables',
  'overwritten',
] as const;

/** Something about a service that is not as it should be somewhere. */
export const driftSchema = z.object({
  service: z.string(),
  environment: z.string(),
  region: z
    .string()
    .optional()
    .describe('Absent where it concerns the whole environment'),
  cluster: z.string().optional().describe('Likewise'),
  namespace: z.string(),
  name: z.string().describe('Of the deployment'),
  kind: z.enum(DRIFT_KINDS),
  sentence: z.string().describe('What differs, where, in words'),
  clusters: z
    .array(z.object({ cluster: z.string(), value: z.string() }))
    .describe(
      'Each cluster concerned with what it has (never the value of a variable)',
    ),
  since: moment('Since when, where that is known').optional(),
  observedAt: moment('When the oldest of the clusters was last heard from'),
});

/** Something about a service that is not as it should be somewhere. */
export type Drift = z.output<typeof driftSchema>;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** A page of drift. */
export const driftPageSchema = pageOf(driftSchema);
