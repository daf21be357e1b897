import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { deploymentSchema } from './deployment';
import { driftSchema } from './drift';

/** One service with all that runs of it, for the matrix of services and clusters. */
export const serviceDeploymentsSchema = z.object({
  service: z.string(),
  title: z.string(),
  owners: z.array(z.string()).describe('Entity refs'),
  deployments: z.array(
    deploymentSchema
      .omit({ service: true, images: true, environment: true, region: true })
      .describe('In the order of the clusters of the fleet'),
  ),
  drift: z.array(driftSchema.omit({ service: true })),
});

/** One service with all that runs of it. */
export type ServiceDeployments = z.output<typeof serviceDeploymentsSchema>;

/** A page of services. */
export const serviceDeploymentsPageSchema = pageOf(serviceDeploymentsSchema);
