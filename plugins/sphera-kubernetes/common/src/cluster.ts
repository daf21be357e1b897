import { z } from 'zod/v3';
import { moment } from './place';

/**
 * `live`: watched, and heard from lately · `connecting`: not yet seen since the start · `lost`: was seen, does
 * not answer now; what is shown of it is as old as `observedAt`.
 */
export const CLUSTER_STATES = ['live', 'connecting', 'lost'] as const;

/** A cluster of the fleet, and how well the portal sees it. */
export const clusterSchema = z.object({
  cluster: z.string(),
  environment: z.string(),
  region: z.string(),
  state: z.enum(CLUSTER_STATES),
  observedAt: moment('When it was last heard from').optional(),
  problem: z
    .string()
    .optional()
    .describe('Why it is not live, and what to do, in words'),
  deployments: z.number().int().describe('Of services of the catalog'),
});

/** A cluster of the fleet, and how well the portal sees it. */
export type ClusterView = z.output<typeof clusterSchema>;
