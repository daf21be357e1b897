import { commitTo } from '../../../git/commitTo';
import { startGitServer } from '../../../git/startGitServer';
import { machineClock } from '../../../kubernetes/clock';
import type { Deployment, KubeObject, Pod } from '../../../kubernetes/objects';
import { resources, type Resource } from '../../../kubernetes/resources';
import {
  startKubernetesStandIn,
  type StandInOptions,
} from '../../../kubernetes/startKubernetesStandIn';
import { whenOver } from '../../__testUtils__/company';
import { kubeConfigFor } from '../../kubeConfigFor';
import type { ManifestAgent } from '../ManifestAgent';
import { startManifestAgent } from '../startManifestAgent';

const REPOSITORY = 'kestrel-parcels/deployments';
const ADMIN = 'admin-of-a-test-Jt4wNp8Y';
const CLUSTERS = ['one', 'two'];
/** Pods start and refused clusters are asked again so many times faster. */
const SPEED = 40;

/** Two empty clusters, and a repository whose files are called after them: `services/parcels/one.yaml`. */
export async function startManifestCompany(
  surroundingsOf?: StandInOptions['surroundingsOf'],
) {
  const clock = machineClock(SPEED);
  const clusters = await startKubernetesStandIn({
    clusters: CLUSTERS,
    accounts: [{ token: ADMIN, user: 'admin' }],
    clock,
    surroundingsOf,
  });
  whenOver(() => clusters.stop());
  const git = await startGitServer({
    repositories: [{ name: REPOSITORY }],
    accounts: [],
  });
  whenOver(() => git.stop());
  const store = (cluster: string) => clusters.cluster(cluster).store;
  const get = <T extends KubeObject>(cluster: string, resource: Resource<T>) =>
    store(cluster).get(resource, 'shop', 'parcels');
  return {
    clusters,
    get,
    deployment: (cluster: string): Deployment | undefined =>
      get(cluster, resources.deployments),
    pods: (cluster: string): Pod[] => store(cluster).list(resources.pods),
    /** Commits to the branch, as if it had been pushed. */
    async push(files: Record<string, string | null>): Promise<void> {
      await commitTo(git.folderOf(REPOSITORY), {
        files,
        message: 'A change',
        author: { name: 'Mei Lin', email: 'mei.lin@kestrel.example' },
        at: Date.parse('2026-11-20T09:00:00Z'),
      });
      git.repositories.pushed(REPOSITORY, 'main');
    },
    /** Starts an agent that is stopped by the end of the test. */
    async startAgent(): Promise<ManifestAgent> {
      const agent = await startManifestAgent({
        repository: {
          name: REPOSITORY,
          branch: 'main',
          folder: git.folderOf(REPOSITORY),
        },
        folder: 'services',
        clustersOf: path =>
          CLUSTERS.filter(name => path.endsWith(`/${name}.yaml`)),
        clusters: Object.fromEntries(
          CLUSTERS.map(each => [
            each,
            kubeConfigFor(clusters.urlOf(each), ADMIN),
          ]),
        ),
        clock,
        onPush: listener => git.repositories.onPush(listener),
      });
      whenOver(() => agent.stop());
      return agent;
    },
  };
}

export type ManifestCompany = Awaited<ReturnType<typeof startManifestCompany>>;
