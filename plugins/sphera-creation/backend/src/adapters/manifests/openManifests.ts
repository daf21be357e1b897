import { openRepositories } from '@sphera/plugin-git-node';
import type { Clock } from '@sphera/plugin-operations-node';
import type { CreationSettings } from '../../settings/CreationSettings';
import { GitManifests } from './GitManifests';
import type { Manifests } from './Manifests';

/** The GitOps repository of the settings; nothing is cloned before the first call. */
export function openManifests({
  settings: { manifests },
  clock,
}: {
  settings: Pick<CreationSettings, 'manifests'>;
  clock: Clock;
}): (Manifests & { close(): Promise<void> }) | undefined {
  if (!manifests) return undefined;
  const repositories = openRepositories({ settings: manifests.git, clock });
  const repository = repositories.get(manifests.repository);
  return Object.assign(new GitManifests(repository, manifests, clock), {
    close: () => repositories.close(),
  });
}
