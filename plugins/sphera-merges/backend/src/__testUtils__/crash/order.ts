import type { GitHubOfTest } from '../startGitHub';

/** What a process is told that is to be a portal. */
export interface PortalOrder {
  gitHub: Pick<GitHubOfTest, 'url'>;
  services: string[];
  /** Where its databases are, each a file. */
  folder: string;
  /** To which it adds a line with the name of each operation that succeeded. */
  record: string;
}
