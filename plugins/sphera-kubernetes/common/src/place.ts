import { z } from 'zod/v3';

/** A moment as answers carry it. */
export const moment = (what: string) =>
  z.string().describe(`${what}, ISO 8601 in UTC`);

const OBJECT_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A namespace of a cluster, like `payments`. */
export const namespaceField = z
  .string()
  .max(63, 'is too long: a namespace has at most 63 characters')
  .regex(NAMESPACE, 'must be the name of a namespace, like payments');

/** The name of an object in a namespace, like `payments-api`. */
export const objectNameField = z
  .string()
  .max(253, 'is too long: a name has at most 253 characters')
  .regex(
    OBJECT_NAME,
    'must be a name as Kubernetes takes it, like payments-api',
  );

/** Where a thing of a service runs, in every answer. */
export const placeSchema = z.object({
  service: z.string().describe('Entity ref of the service it belongs to'),
  environment: z.string(),
  region: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  observedAt: moment('When its cluster was last heard from'),
  stale: z
    .boolean()
    .describe('Whether its cluster has stopped answering since then'),
});

/** Where a thing of a service runs. */
export type Place = z.output<typeof placeSchema>;
