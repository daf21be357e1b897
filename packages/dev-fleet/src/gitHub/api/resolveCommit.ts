import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';
import { GitHubError } from '../GitHubError';
import type { GitHubRepository } from '../state/GitHubRepository';

/** The commit that a branch, a tag or a hash stands for; `undefined`: none. */
export async function commitOf(
  { folder }: HostedRepository,
  ref: string,
): Promise<string | undefined> {
  const found = await runGit(folder, [
    'rev-parse',
    '--verify',
    '-q',
    '--end-of-options',
    `${ref}^{commit}`,
  ]).catch(() => undefined);
  return found?.trim();
}

/**
 * The same of a repository; of a pull request's commit without a look, since many are asked for one after the other.
 *
 * @throws GitHubError 422 as GitHub says it of a commit that there is not
 */
export async function resolveCommit(
  { hosted, book }: GitHubRepository,
  ref: string,
): Promise<string> {
  if (book.isHead(ref)) return ref;
  const found = await commitOf(hosted, ref);
  if (!found) throw new GitHubError(422, `No commit found for SHA: ${ref}`);
  return found;
}
