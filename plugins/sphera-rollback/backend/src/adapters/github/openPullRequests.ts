import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { RollbackSettings } from '../../settings/RollbackSettings';
import { GitHubPullRequests } from './GitHubPullRequests';
import { GitHubRepository, type Patience } from '@sphera/plugin-git-node';
import type { PullRequests, PullRequestsOf } from './PullRequests';

/**
 * Pull requests of the repositories that are on GitHub, or on a GitHub Enterprise Server, with the credentials that
 * `integrations.github` has for its host: a token, or a GitHub app.
 */
export function openPullRequests({
  config,
  settings,
  patience,
}: {
  config: Config;
  settings: Pick<RollbackSettings, 'repositories'>;
  patience?: Partial<Patience>;
}): PullRequestsOf {
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const all = new Map<string, PullRequests>();
  for (const { name, gitHub } of settings.repositories) {
    if (!gitHub) continue;
    const repository = new GitHubRepository({ gitHub, credentials, patience });
    all.set(name, new GitHubPullRequests(repository));
  }
  return name => all.get(name);
}
