import {
  type GitOpsAgent,
  kubeConfigFor,
  startGitOpsAgent,
} from '@sphera/dev-fleet';
import { helmValues } from '../../../__testUtils__/files';
import { NAMESPACE, run } from '../../../__testUtils__/runInClusters';
import { CLUSTERS, TOKENS } from '../../../__testUtils__/settings';
import type { World } from '../../../__testUtils__/world';
import { fileOf } from './order';

/** The oldest first; the last one runs. */
const VERSIONS = ['4.10.3', '4.11.7', '4.12.1'];

/** Has services run in production, with a history in Git, which the clusters follow. */
export async function startServices(
  world: World,
  services: string[],
): Promise<GitOpsAgent> {
  const production = CLUSTERS.filter(one => one.environment === 'production');
  for (const [index, version] of VERSIONS.entries()) {
    await world.push('deployments', {
      files: Object.fromEntries(
        services.map(name => [fileOf(name), helmValues(name, version)]),
      ),
      message: `All on ${version}`,
      daysAgo: 30 - 10 * index,
    });
  }
  for (const { name } of production) {
    const cluster = world.kubernetes.cluster(name);
    for (const service of services) run(cluster, service, VERSIONS);
  }
  return startGitOpsAgent({
    repositories: [
      {
        name: 'deployments',
        folder: world.folderOf('deployments'),
        branch: 'main',
      },
    ],
    files: services.map(name => ({
      repository: 'deployments',
      path: fileOf(name),
      place: { kind: 'yaml', path: ['image', 'tag'] },
      deployments: production.map(cluster => ({
        cluster: cluster.name,
        namespace: NAMESPACE,
        name,
      })),
    })),
    clusters: Object.fromEntries(
      production.map(({ name }) => [
        name,
        kubeConfigFor(world.kubernetes.urlOf(name), TOKENS.clusters),
      ]),
    ),
    onPush: listener => world.git.repositories.onPush(listener),
  });
}
