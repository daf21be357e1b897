import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  GitHubRepository,
  type Patience,
  readFile,
  sourceOf,
} from '@sphera/plugin-git-node';
import type { Sources } from './Sources';

/** The repositories of services on the hosts of `integrations.github`, with the credentials there. */
export function openSources({
  config,
  patience,
}: {
  config: Config;
  patience?: Partial<Patience>;
}): Sources {
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return {
    nameOf({ annotations }) {
      const found = sourceOf(annotations, integrations);
      return found && `${found.owner}/${found.repo}`;
    },
    async read({ annotations }, path) {
      const gitHub = sourceOf(annotations, integrations);
      if (!gitHub) return undefined;
      return readFile(
        new GitHubRepository({ gitHub, credentials, patience }),
        path,
      );
    },
  };
}
