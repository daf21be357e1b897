import type { GitAccount } from '../git/GitAccount';
import type { HostedRepositories } from '../git/HostedRepositories';
import { GitHubStandIn } from './GitHubStandIn';

/** Who may push and open pull requests in the demo company. These tokens open nothing but this, on this machine. */
export const DEMO_GITHUB_ACCOUNTS: GitAccount[] = [
  {
    login: 'sphera-portal',
    token: 'portal-on-github-Kt5vWn3Xq8Lz2RbYc7HdJm9P',
  },
  { login: 'dana-okafor', token: 'dana-on-github-Pz6wTc4Mk9Vx3Hn8Rq2Ls7Yd' },
];

/** GitHub of the demo company: what deploys its billing is checked before it is merged. */
export const demoGitHub = (
  repositories: HostedRepositories,
  accounts: readonly GitAccount[] = DEMO_GITHUB_ACCOUNTS,
): GitHubStandIn =>
  new GitHubStandIn({
    repositories,
    accounts,
    rules: {
      'kestrel-parcels/billing-deployments': { requiredChecks: ['validate'] },
    },
  });
