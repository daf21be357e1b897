import { type ScmIntegrationRegistry } from '@backstage/integration';
import { type CloneUrl, parseCloneUrl } from './cloneUrl';
import { hosting } from './hosting';
import { linksOf } from './linksOf';
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

/** The coordinates of a repository on GitHub; `undefined` where it is elsewhere. */
export function gitHubOf(
  url: CloneUrl,
  integrations: ScmIntegrationRegistry,
): RepositorySettings['gitHub'] {
  const config = hosting(url, integrations.github.list())?.config;
  const [owner, repo, ...more] = url.path.split('/');
  if (!config || !repo || more.length > 0) return undefined;
  const { host, apiBaseUrl = `${url.origin}/api/v3` } = config;
  return { host, apiBaseUrl, owner, repo };
}

function credentialsOf(
  url: CloneUrl,
  integrations: ScmIntegrationRegistry,
): RepositorySettings['credentials'] {
  const gitHub = hosting(url, integrations.github.list())?.config.token;
  if (gitHub) return { username: 'x-access-token', password: gitHub };
  const gitLab = hosting(url, integrations.gitlab.list())?.config.token;
  if (gitLab) return { username: 'oauth2', password: gitLab };
  return undefined;
}

function given({ commitUrl, fileUrl, pullRequestUrl }: WrittenRepository) {
  return {
    ...(commitUrl && { commitUrl }),
    ...(fileUrl && { fileUrl }),
    ...(pullRequestUrl && { pullRequestUrl }),
  };
}
