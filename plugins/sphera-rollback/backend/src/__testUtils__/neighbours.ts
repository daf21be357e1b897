import {
  ArgoCdStandIn,
  gitAsNeighbour,
  GitHubStandIn,
  GitServer,
  HostedRepositories,
  RegistryStandIn,
  SlackStandIn,
  SlackWorkspace,
} from '@sphera/dev-fleet';
import { TOKENS } from './settings';

/** What is beside the clusters, and answers on their port. */
export type Neighbours = Awaited<ReturnType<typeof makeNeighbours>>;

/** Tags that are in the registry, by image: the oldest of quotes was cleaned up. */
const IMAGES = {
  quotes: ['4.11.7', '4.12.1'],
  tracker: ['11.4.0', '11.5.2'],
  dispatch: ['6.2.0', '6.3.0'],
  payments: ['2.29.0', '2.30.4'],
};

/** A git server, GitHub in front of it, Argo CD, Slack and a registry, none of them listening yet. */
export async function makeNeighbours() {
  const repositories = await HostedRepositories.make([
    { name: 'kestrel-parcels/deployments' },
    // The repository of a service that was created here.
    { name: 'kestrel-parcels/fares' },
    {
      name: 'kestrel-parcels/billing-deployments',
      protectedBranches: ['main'],
    },
  ]);
  const accounts = [{ login: 'sphera', token: TOKENS.git }];
  const git = new GitServer(repositories, accounts);
  const gitHub = new GitHubStandIn({
    repositories,
    accounts,
    rules: {
      'kestrel-parcels/billing-deployments': { requiredChecks: ['validate'] },
    },
    checksTake: 300,
  });
  const argoCd = new ArgoCdStandIn({
    accounts: [{ login: 'sphera', token: TOKENS.argoCd }],
  });
  const slack = new SlackWorkspace([{ name: 'incidents' }]);
  const slackServer = new SlackStandIn(slack, { token: TOKENS.slack });
  const registry = new RegistryStandIn({ images: IMAGES });
  return {
    repositories,
    git,
    gitHub,
    argoCd,
    slack,
    slackServer,
    registry,
    /** In the order in which they are asked whether a request is for them. */
    all: [gitAsNeighbour(git), gitHub, argoCd, slackServer, registry],
  };
}
