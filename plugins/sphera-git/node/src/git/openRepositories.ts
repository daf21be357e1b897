import type { Clock } from '@sphera/plugin-operations-node';
import { Clone } from './Clone';
import { ClonedRepository } from './ClonedRepository';
import { Git } from './Git';
import type { GitRepositories } from './GitRepository';
import type { GitSettings } from './GitSettings';

/** Of a remote that has gone silent, in milliseconds; git says how far it is about each second. */
const QUIET_LIMIT = 30_000;

/** Repositories that can be closed. */
export interface OpenRepositories extends GitRepositories {
  /** Ends what git still does, and waits for that. */
  close(): Promise<void>;
}

/**
 * Opens the repositories of the settings. Nothing is cloned before it is asked for.
 * @param quietLimit - milliseconds after which a remote that says nothing is given up
 */
export function openRepositories({
  settings,
  clock,
  quietLimit = QUIET_LIMIT,
}: {
  settings: GitSettings;
  clock: Clock;
  quietLimit?: number;
}): OpenRepositories {
  const { identity, signing, cloneFolder, fetchEvery, keys } = settings;
  const options = { identity, signing, clock, fetchEvery };
  const repositories = new Map(
    settings.repositories.map(repository => {
      const clone = new Clone(
        new Git(repository, quietLimit, keys),
        cloneFolder,
      );
      return [repository.name, new ClonedRepository(clone, options)];
    }),
  );
  return {
    get(name) {
      const found = repositories.get(name);
      if (!found) {
        throw new Error(`${keys.repositories} has no repository "${name}"`);
      }
      return found;
    },
    async close() {
      await Promise.all([...repositories.values()].map(each => each.close()));
    },
  };
}
