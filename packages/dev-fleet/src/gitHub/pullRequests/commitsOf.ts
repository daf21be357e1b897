import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';
import type { PullRequest } from './PullRequest';

/** The commits that a pull request brings, the oldest first. */
export async function commitsOf(
  { folder }: HostedRepository,
  { head, base }: PullRequest,
): Promise<Array<{ sha: string; commit: { message: string } }>> {
  const log = await runGit(folder, [
    'log',
    '-z',
    '--reverse',
    '--topo-order',
    '--format=%H%n%B',
    `${base.sha}..${head.sha}`,
  ]);
  return log
    .split('\0')
    .filter(Boolean)
    .map(text => ({
      sha: text.slice(0, text.indexOf('\n')),
      commit: { message: text.slice(text.indexOf('\n') + 1).trimEnd() },
    }));
}
