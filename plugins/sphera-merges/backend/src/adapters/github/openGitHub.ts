import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { Patience } from '@sphera/plugin-git-node';
import type { MergeSettings } from '../../settings/MergeSettings';
import type { GitHub } from './GitHub';
import { OctokitGitHub } from './OctokitGitHub';

/** The GitHub of the settings, with the credentials that `integrations.github` has: a token, or a GitHub app. */
export function openGitHub(
  config: Config,
  { host, apiBaseUrl }: Pick<MergeSettings, 'host' | 'apiBaseUrl'>,
  patience?: Partial<Patience>,
): GitHub {
  const integrations = ScmIntegrations.fromConfig(config);
  return new OctokitGitHub({
    gitHub: { host, apiBaseUrl },
    credentials:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    patience,
  });
}
