import { ConflictError } from '@backstage/errors';
import type { Bounds, ClusterClients } from '../adapters/ClusterClient';
import type { ObjectPlace } from '../reading/find';

/**
 * Whether an autoscaler has these bounds in its cluster now, told by setting them to what they are.
 * @throws NotFoundError where there is no such autoscaler, and what the cluster says
 */
export async function areInForce(
  clients: ClusterClients,
  { cluster, namespace, name }: ObjectPlace,
  bounds: Bounds,
): Promise<boolean> {
  const change = { from: bounds, to: bounds };
  try {
    await clients(cluster).setBounds(namespace, name, change);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
