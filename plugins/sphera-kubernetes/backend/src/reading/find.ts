import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { Target } from '@sphera/plugin-operations-common';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';

/** Names one object in one cluster. */
export interface ObjectPlace {
  cluster: string;
  namespace: string;
  name: string;
}

type Found = Omit<OwnedDeployment, 'service'> & { service?: string };

/**
 * A deployment of a service.
 * @throws NotFoundError where there is none, or where it belongs to no service; ServiceUnavailableError where its cluster was not seen yet
 */
export function findDeployment(
  memory: FleetMemory,
  { cluster, namespace, name }: ObjectPlace,
): OwnedDeployment {
  const found = memory.deployment(cluster, namespace, name);
  if (!found)
    throw notThere(memory, 'deployment', { cluster, namespace, name });
  return owned(found);
}

/**
 * The deployment whose pod it is.
 * @throws as {@link findDeployment}
 */
export function findDeploymentOfPod(
  memory: FleetMemory,
  { cluster, namespace, pod }: Omit<ObjectPlace, 'name'> & { pod: string },
): OwnedDeployment {
  const found = memory.pod(cluster, namespace, pod);
  if (!found) {
    throw notThere(memory, 'pod', { cluster, namespace, name: pod });
  }
  return owned(found);
}

/**
 * What permission is asked on for something that is looked for in a cluster; of a cluster
 * that the fleet lacks, just its name: the kernel says that there is none, and which there are.
 */
export function targetIn(
  memory: FleetMemory,
  cluster: string,
  find: () => OwnedDeployment,
): Target {
  const isKnown = memory.clusters().some(one => one.cluster.name === cluster);
  return isKnown ? targetOf(find()) : { cluster };
}

/** What permission is asked on for something of a deployment. */
export function targetOf({ service, sight }: OwnedDeployment): Target {
  const { environment, region, name: cluster } = sight.cluster;
  return { service, environment, region, cluster };
}

function owned(found: Found): OwnedDeployment {
  const { service, deployment, sight } = found;
  if (service !== undefined) return { service, deployment, sight };
  throw new NotFoundError(
    `The deployment ${deployment.name} in the namespace ${deployment.namespace} of ${sight.cluster.name} belongs to no service of the catalog: give it the label backstage.io/kubernetes-id, with the value that the annotation of the same name has on the service`,
  );
}

function notThere(
  memory: FleetMemory,
  kind: 'deployment' | 'pod',
  { cluster, namespace, name }: ObjectPlace,
): Error {
  const sight = memory.clusters().find(one => one.cluster.name === cluster);
  if (sight?.state === 'connecting') {
    return new ServiceUnavailableError(
      `What runs in ${cluster} is not known yet: ${
        sight.problem ?? 'the portal has just begun to look'
      }. Try again in a moment`,
    );
  }
  const asOf =
    sight?.state === 'lost' && sight.observedAt !== undefined
      ? `, as it was last seen ${new Date(sight.observedAt).toISOString()}`
      : '';
  return new NotFoundError(
    `There is no ${kind} ${name} in the namespace ${namespace} of ${cluster}${asOf}: list-${kind}s says what there is`,
  );
}
