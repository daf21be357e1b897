import { systemClock } from '@sphera/plugin-operations-common';
import { demoArgoCd } from '../argoCd/demoArgoCd';
import { asNeighbour as awsAsNeighbour } from '../aws/asNeighbour';
import { AwsStandIn } from '../aws/AwsStandIn';
import { startDemoFlags } from '../flags/demoFlags';
import { asNeighbour as gitAsNeighbour } from '../git/asNeighbour';
import { makeDemoRepositories } from '../git/demo/makeDemoRepositories';
import { releaseNext } from '../git/demo/releaseNext';
import { GitServer } from '../git/GitServer';
import { hasGit } from '../git/hasGit';
import { DEMO_GITHUB_ACCOUNTS, demoGitHub } from '../gitHub/demoGitHub';
import type { Account } from '../kubernetes/access/Tokens';
import { startDemoClusters } from '../kubernetes/demo/startDemoClusters';
import { demoRegistry } from '../registry/demoRegistry';
import { demoAwsAccounts } from '../secretsManager/demo/accounts';
import { fillDemoSecrets } from '../secretsManager/demo/fillDemoSecrets';
import { demoSlack } from '../slack/demoSlack';
import { followDemoRepositories } from './followDemoRepositories';

/** All that the demo company has, on one port. */
export interface DemoCompany {
  /** `http://127.0.0.1:7008` */
  url: string;
  /** Whether there are repositories: not where the machine has no git. */
  hasRepositories: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the demo company: its clusters, its AWS accounts, its repositories on GitHub with what brings them to the clusters,
 * Argo CD, Slack, the registry, and the agents that keep its feature flags.
 */
export async function startDemoCompany({
  port,
  isStill,
  accounts,
  gitOpsToken,
}: {
  /** Absent or 0: any that is free. */
  port?: number;
  /** Nothing changes by itself. */
  isStill?: boolean;
  /** Who may do what in the clusters. */
  accounts: Account[];
  /** The one of these accounts with which the GitOps agent changes deployments. */
  gitOpsToken: string;
}): Promise<DemoCompany> {
  const repositories = (await hasGit())
    ? await makeDemoRepositories(Date.now())
    : undefined;
  const argoCd = demoArgoCd();
  const registry = demoRegistry();
  const flags = await startDemoFlags(systemClock, isStill);
  const fleet = await startDemoClusters({
    port,
    isStill,
    accounts,
    neighbours: [
      awsAsNeighbour(
        new AwsStandIn({ accounts: demoAwsAccounts, fill: fillDemoSecrets }),
      ),
      ...(repositories
        ? [
            gitAsNeighbour(new GitServer(repositories, DEMO_GITHUB_ACCOUNTS)),
            demoGitHub(repositories),
          ]
        : []),
      argoCd,
      demoSlack(),
      registry,
      flags.neighbour,
    ],
    ...(repositories && {
      release: (service, cluster) =>
        void releaseNext(repositories, { service, cluster, at: Date.now() })
          .then(version => version && registry.push(service, version))
          // Somebody pushed at the same moment: there is a next time.
          .catch(() => {}),
    }),
  });
  const agent =
    repositories &&
    (await followDemoRepositories({
      repositories,
      fleet,
      argoCd,
      gitOpsToken,
    }));
  return {
    url: fleet.url,
    hasRepositories: Boolean(repositories),
    async stop() {
      argoCd.stop();
      await agent?.stop();
      await flags.stop();
      await fleet.stop();
      await repositories?.remove();
    },
  };
}
