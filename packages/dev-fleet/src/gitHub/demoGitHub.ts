import type { GitAccount } from '../git/GitAccount';
import { people, teams } from '../git/demo/people';
import type { HostedRepositories } from '../git/HostedRepositories';
import { loginOf } from './demo/loginOf';
import { GitHubStandIn } from './GitHubStandIn';
import type { OrganizationWish } from './state/Organization';

/** Who may push and open pull requests in the demo company. These tokens open nothing but this, on this machine. */
export const DEMO_GITHUB_ACCOUNTS: GitAccount[] = [
  {
    login: 'sphera-portal',
    token: 'portal-on-github-Kt5vWn3Xq8Lz2RbYc7HdJm9P',
    isOwner: true,
  },
  { login: 'dana-okafor', token: 'dana-on-github-Pz6wTc4Mk9Vx3Hn8Rq2Ls7Yd' },
];

/** The demo company on GitHub: its teams are those of the catalog. */
export const DEMO_ORGANIZATION: OrganizationWish = {
  login: 'kestrel-parcels',
  name: 'Kestrel Parcels',
  teams: Object.entries(teams).map(([slug, members]) => ({
    slug,
    name: `Team ${slug}`,
    members: members.map(each => loginOf(people[each])),
  })),
};

/** GitHub of the demo company: what deploys its billing is checked before it is merged. */
export const demoGitHub = (
  repositories: HostedRepositories,
  accounts: readonly GitAccount[] = DEMO_GITHUB_ACCOUNTS,
): GitHubStandIn =>
  new GitHubStandIn({
    repositories,
    accounts,
    organizations: [DEMO_ORGANIZATION],
    visitor: 'dana-okafor',
    hasActions: true,
    rules: {
      'kestrel-parcels/billing-deployments': { requiredChecks: ['validate'] },
    },
  });
