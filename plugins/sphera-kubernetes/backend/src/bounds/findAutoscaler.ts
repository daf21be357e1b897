import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';
import type { AutoscalerRecord } from '../fleet/records';
import { findDeployment, ObjectPlace } from '../reading/find';

/** An autoscaler with the deployment that it scales. */
export interface OwnedAutoscaler extends OwnedDeployment {
  autoscaler: AutoscalerRecord;
}

/**
 * An autoscaler of a service.
 * @throws NotFoundError where there is none, or where its deployment belongs to no service; ServiceUnavailableError where its cluster was not seen yet
 */
export function findAutoscaler(
  memory: FleetMemory,
  { cluster, namespace, name }: ObjectPlace,
): OwnedAutoscaler {
  const found = memory.autoscaler(cluster, namespace, name);
  if (found) {
    const { deployment, autoscaler } = found;
    const owned = findDeployment(memory, {
      cluster,
      namespace,
      name: deployment.name,
    });
    return { ...owned, autoscaler };
  }
  const sight = memory.clusters().find(one => one.cluster.name === cluster);
  if (sight?.state === 'connecting') {
    throw new ServiceUnavailableError(
      `What runs in ${cluster} is not known yet. Try again in a moment`,
    );
  }
  throw new NotFoundError(
    `There is no autoscaler ${name} of a deployment in the namespace ${namespace} of ${cluster}: list-autoscalers says what there is`,
  );
}
