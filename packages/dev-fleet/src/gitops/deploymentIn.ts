import type { Deployment } from '../kubernetes/objects';
import { resources } from '../kubernetes/resources';
import type { KubernetesStandIn } from '../kubernetes/startKubernetesStandIn';

/** A deployment of a cluster as it is now, by the names that an application has for it. */
export function deploymentIn(
  standIn: Pick<KubernetesStandIn, 'cluster'>,
  place: { cluster: string; namespace: string; deployment: string },
): Deployment | undefined {
  return standIn
    .cluster(place.cluster)
    .store.get(resources.deployments, place.namespace, place.deployment);
}
