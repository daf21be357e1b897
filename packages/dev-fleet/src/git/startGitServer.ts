import { startNeighbours } from '../neighbours/startNeighbours';
import { asNeighbour } from './asNeighbour';
import type { GitAccount } from './GitAccount';
import type { GitFaultWish } from './GitFaults';
import { GitServer } from './GitServer';
import { HostedRepositories, type RepositoryWish } from './HostedRepositories';

/** A git server in this process, with repositories in a temporary folder. */
export interface RunningGitServer {
  /** `http://127.0.0.1:40123` */
  url: string;
  repositories: HostedRepositories;
  /** What to clone. */
  urlOf(name: string): string;
  /** The bare folder. @throws Error where there is no repository of this name */
  folderOf(name: string): string;
  /** Switches a fault; it holds until another is set. */
  fault(wish: GitFaultWish): void;
  /** Ends it and removes the repositories. */
  stop(): Promise<void>;
}

/** Starts a git server for a test, on any port of this machine that is free. */
export async function startGitServer(options: {
  repositories: RepositoryWish[];
  accounts: GitAccount[];
  port?: number;
}): Promise<RunningGitServer> {
  const repositories = await HostedRepositories.make(options.repositories);
  const git = new GitServer(repositories, options.accounts);
  const { url, stop } = await startNeighbours([asNeighbour(git)], options.port);
  return {
    url,
    repositories,
    urlOf: name => `${url}/${name}.git`,
    folderOf(name) {
      const found = repositories.get(name);
      if (!found) throw new Error(`The git server has no repository "${name}"`);
      return found.folder;
    },
    fault: ({ fault, ...limits }) => git.faults.set(fault, limits),
    async stop() {
      await stop();
      await repositories.remove();
    },
  };
}
