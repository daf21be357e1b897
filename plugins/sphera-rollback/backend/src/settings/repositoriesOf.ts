import { type ScmIntegrationRegistry } from '@backstage/integration';
import {
  credentialsOf,
  gitHubOf,
  linksOf,
  parseCloneUrl,
} from '@sphera/plugin-git-node';
import type { WrittenRepository } from './repositorySchema';
import type { RepositorySettings } from './RollbackSettings';

/** Repositories with what the integrations know of their hosts. */
export function repositoriesOf(
  written: WrittenRepository[],
  integrations: ScmIntegrationRegistry,
): RepositorySettings[] {
  return written.map(repository => {
    const url = parseCloneUrl(repository.url)!;
    const gitHub = gitHubOf(url, integrations);
    return {
      ...linksOf(url, integrations),
      ...given(repository),
      name: repository.name,
      url: repository.url,
      branch: repository.branch,
      way: repository.way ?? (gitHub ? 'either' : 'push'),
      credentials: repository.credentials ?? credentialsOf(url, integrations),
      gitHub,
    };
  });
}

function given({ commitUrl, fileUrl, pullRequestUrl }: WrittenRepository) {
  return {
    ...(commitUrl && { commitUrl }),
    ...(fileUrl && { fileUrl }),
    ...(pullRequestUrl && { pullRequestUrl }),
  };
}
