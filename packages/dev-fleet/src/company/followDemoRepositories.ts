import type { ArgoCdStandIn } from '../argoCd/ArgoCdStandIn';
import { demoFiles } from '../git/demo/demoFiles';
import type { HostedRepositories } from '../git/HostedRepositories';
import { deploymentIn } from '../gitops/deploymentIn';
import type { GitOpsAgent } from '../gitops/GitOpsAgent';
import { kubeConfigFor } from '../gitops/kubeConfigFor';
import { startGitOpsAgent } from '../gitops/startGitOpsAgent';
import { demoClusters } from '../kubernetes/demo/clusters';
import type { KubernetesStandIn } from '../kubernetes/startKubernetesStandIn';
import { toFollowedFile } from './toFollowedFile';

/** Has the clusters of the demo company follow its repositories, payments by way of Argo CD. */
export async function followDemoRepositories({
  repositories,
  fleet,
  argoCd,
  gitOpsToken,
}: {
  repositories: HostedRepositories;
  fleet: KubernetesStandIn;
  argoCd: ArgoCdStandIn;
  /** Of an account that may change deployments. */
  gitOpsToken: string;
}): Promise<GitOpsAgent> {
  const agent = await startGitOpsAgent({
    repositories: repositories.list(),
    files: demoFiles.map(toFollowedFile),
    clusters: Object.fromEntries(
      demoClusters.map(({ name }) => [
        name,
        kubeConfigFor(fleet.urlOf(name), gitOpsToken),
      ]),
    ),
    onPush: listener => repositories.onPush(listener),
  });
  argoCd.follow({
    source: agent,
    deploymentOf: application => deploymentIn(fleet, application),
  });
  return agent;
}
