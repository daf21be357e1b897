import { systemClock } from '@sphera/plugin-operations-common';
import { demoArgoCd } from '../argoCd/demoArgoCd';
import { asNeighbour as awsAsNeighbour } from '../aws/asNeighbour';
import { AwsStandIn } from '../aws/AwsStandIn';
import { demoCodefresh } from '../codefresh/demoCodefresh';
import { fillDemoImages } from '../ecr/demo/demoImages';
import { hasImage } from '../ecr/hasImage';
import { startDemoFlags } from '../flags/demoFlags';
import { hasGit } from '../git/hasGit';
import type { Account } from '../kubernetes/access/Tokens';
import { machineClock } from '../kubernetes/clock';
import { startDemoClusters } from '../kubernetes/demo/startDemoClusters';
import { demoRegistry } from '../registry/demoRegistry';
import { demoAwsAccounts } from '../secretsManager/demo/accounts';
import { fillDemoSecrets } from '../secretsManager/demo/fillDemoSecrets';
import { demoSlack } from '../slack/demoSlack';
import { demoDelivery } from './demoDelivery';

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
 * its pipelines, Argo CD, Codefresh, Slack, the registry, and the agents that keep its feature flags.
 */
export async function startDemoCompany({
  port,
  isStill,
  speed,
  accounts,
  gitOpsToken,
}: {
  /** Absent or 0: any that is free. */
  port?: number;
  /** Nothing changes by itself. */
  isStill?: boolean;
  /** How many times faster pods start and pipelines run, for tests. */
  speed?: number;
  /** Who may do what in the clusters. */
  accounts: Account[];
  /** The one of these accounts with which the GitOps agent changes deployments. */
  gitOpsToken: string;
}): Promise<DemoCompany> {
  const argoCd = demoArgoCd();
  const registry = demoRegistry();
  const aws = demoAws();
  const delivery = (await hasGit())
    ? await demoDelivery({
        aws,
        registry,
        argoCd,
        clock: machineClock(speed),
        gitOpsToken,
      })
    : undefined;
  const flags = await startDemoFlags(systemClock, isStill);
  const fleet = await startDemoClusters({
    port,
    isStill,
    speed,
    accounts,
    neighbours: [
      awsAsNeighbour(aws),
      ...(delivery?.neighbours ?? []),
      argoCd,
      demoCodefresh(),
      demoSlack(),
      registry,
      flags.neighbour,
    ],
    hasImage: image => hasImage(aws, image),
    release: delivery?.release,
  });
  await delivery?.follow(fleet);
  return {
    url: fleet.url,
    hasRepositories: Boolean(delivery),
    async stop() {
      argoCd.stop();
      await delivery?.stop();
      await flags.stop();
      await fleet.stop();
      await delivery?.remove();
    },
  };
}

function demoAws(): AwsStandIn {
  return new AwsStandIn({
    accounts: demoAwsAccounts,
    fill(aws) {
      fillDemoSecrets(aws);
      fillDemoImages(aws);
    },
  });
}
