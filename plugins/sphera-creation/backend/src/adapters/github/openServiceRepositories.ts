import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { CreationSettings } from '../../settings/CreationSettings';
import { GitHubServiceRepositories } from './GitHubServiceRepositories';
import type { ServiceRepositories } from './ServiceRepositories';

/** The repositories of the settings, with the credentials that `integrations.github` has: a token, or a GitHub app. */
export function openServiceRepositories({
  config,
  settings: { github },
}: {
  config: Config;
  settings: Pick<CreationSettings, 'github'>;
}): ServiceRepositories | undefined {
  if (!github) return undefined;
  const integrations = ScmIntegrations.fromConfig(config);
  return new GitHubServiceRepositories(
    github,
    DefaultGithubCredentialsProvider.fromIntegrations(integrations),
  );
}
