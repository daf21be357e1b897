import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { type Fleet, isProductionLike } from '@sphera/plugin-fleet-common';
import {
  cloneFolderOf,
  credentialsOf,
  linksOf,
  parseCloneUrl,
} from '@sphera/plugin-git-node';
import type { ManifestsSettings } from './CreationSettings';
import { folderOf } from './folderOf';
import type { WrittenSettings } from './settingsSchema';

const FETCH_EVERY_MS = 10_000;
const KEYS = {
  repositories: 'sphera.creation.manifests.repository',
  signing: 'sphera.creation.manifests.signing',
  cloneFolder: 'sphera.creation.manifests',
};

/** What the settings say of manifests, with what the integrations know of the repository's host. */
export function manifestsSettings(
  written: NonNullable<WrittenSettings['manifests']>,
  {
    config,
    fleet,
    integrations,
  }: { config: Config; fleet: Fleet; integrations: ScmIntegrationRegistry },
): ManifestsSettings {
  const { repository, identity, signing, ...rest } = written;
  const { name, branch, commitUrl, fileUrl } = repository;
  const url = parseCloneUrl(repository.url)!;
  const links = linksOf(url, integrations);
  return {
    ...rest,
    repository: name,
    branch,
    folder: folderOf(written.path),
    links: {
      ...links,
      commitUrl: commitUrl ?? links.commitUrl,
      fileUrl: fileUrl ?? links.fileUrl,
    },
    firstEnvironments:
      written.firstEnvironments ??
      fleet.environments
        .map(environment => environment.name)
        .filter(environment => !isProductionLike(environment)),
    git: {
      keys: KEYS,
      repositories: [
        {
          name,
          url: repository.url,
          branch,
          credentials:
            repository.credentials ?? credentialsOf(url, integrations),
        },
      ],
      identity,
      signing,
      cloneFolder: cloneFolderOf(config, 'sphera-creation'),
      fetchEvery: FETCH_EVERY_MS,
    },
  };
}
