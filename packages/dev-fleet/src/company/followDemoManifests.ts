import type { HostedRepositories } from '../git/HostedRepositories';
import { kubeConfigFor } from '../gitops/kubeConfigFor';
import type { ManifestAgent } from '../gitops/manifests/ManifestAgent';
import { startManifestAgent } from '../gitops/manifests/startManifestAgent';
import { demoClusters } from '../kubernetes/demo/clusters';
import type { KubernetesStandIn } from '../kubernetes/startKubernetesStandIn';

const DEPLOYMENTS = 'kestrel-parcels/deployments';

/** `services/parcels/staging/eu-central-1.yaml` */
const FILE = /^services\/[^/]+\/([^/]+)\/([^/]+)\.ya?ml$/;

/** Has the clusters of the demo company follow the manifests of services that were created from a template. */
export async function followDemoManifests({
  repositories,
  fleet,
  gitOpsToken,
}: {
  repositories: HostedRepositories;
  fleet: KubernetesStandIn;
  /** Of an account that may change what is in the clusters. */
  gitOpsToken: string;
}): Promise<ManifestAgent> {
  return startManifestAgent({
    repository: repositories.get(DEPLOYMENTS)!,
    folder: 'services',
    clustersOf,
    clusters: Object.fromEntries(
      demoClusters.map(({ name }) => [
        name,
        kubeConfigFor(fleet.urlOf(name), gitOpsToken),
      ]),
    ),
    onPush: listener =>
      repositories.onPush(name => name === DEPLOYMENTS && listener()),
  });
}

function clustersOf(path: string): string[] {
  const [, environment, region] = FILE.exec(path) ?? [];
  return demoClusters
    .filter(each => each.environment === environment && each.region === region)
    .map(({ name }) => name);
}
