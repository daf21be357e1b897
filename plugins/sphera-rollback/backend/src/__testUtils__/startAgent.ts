import {
  type ArgoCdStandIn,
  deploymentIn,
  type GitOpsAgent,
  type HostedRepositories,
  kubeConfigFor,
  type KubernetesStandIn,
  startGitOpsAgent,
} from '@sphera/dev-fleet';
import { FOLLOWED } from './followedFiles';
import { CLUSTERS, TOKENS } from './settings';

/** Brings what Git says into the clusters from now on, of some services through Argo CD. */
export async function startAgent(parts: {
  repositories: HostedRepositories;
  kubernetes: KubernetesStandIn;
  argoCd: ArgoCdStandIn;
}): Promise<GitOpsAgent> {
  const { repositories, kubernetes, argoCd } = parts;
  const agent = await startGitOpsAgent({
    repositories: repositories.list().map(({ name, folder, branch }) => ({
      name: name.split('/')[1],
      folder,
      branch,
    })),
    files: FOLLOWED,
    clusters: Object.fromEntries(
      CLUSTERS.map(({ name }) => [
        name,
        kubeConfigFor(kubernetes.urlOf(name), TOKENS.clusters),
      ]),
    ),
    onPush: listener => repositories.onPush(listener),
  });
  argoCd.follow({
    source: agent,
    deploymentOf: application => deploymentIn(kubernetes, application),
  });
  return agent;
}
