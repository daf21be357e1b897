import type { HostedRepository } from '../../git/HostedRepositories';
import { GitHubError, invalid } from '../GitHubError';
import { contains, headOf } from './branches';
import type { PullRequest } from './PullRequest';

/** What somebody wants to open. */
export interface PullRequestWish {
  title: string;
  body: string;
  /** A branch, or `owner:branch`. */
  head: string;
  /** The branch that it is to come to. */
  base: string;
  isDraft?: boolean;
  /** Login. */
  author: string;
}

/**
 * Both sides of a pull request that may be opened.
 *
 * @param others - those that there are
 * @throws GitHubError 422 where GitHub would not open it
 */
export async function sidesOf(
  repository: HostedRepository,
  wish: PullRequestWish,
  others: readonly PullRequest[],
): Promise<Pick<PullRequest, 'head' | 'base'>> {
  const [owner] = repository.name.split('/');
  const branch = wish.head.startsWith(`${owner}:`)
    ? wish.head.slice(owner.length + 1)
    : wish.head;
  const head = await headOf(repository, branch);
  if (!head) throw invalid('PullRequest', 'head');
  const isOpen = (each: PullRequest) =>
    each.state === 'open' && each.head.branch === branch;
  if (others.some(isOpen)) {
    throw refused(`A pull request already exists for ${owner}:${branch}.`);
  }
  const its = { state: 'open' as const, head: { branch, sha: head } };
  return { head: its.head, base: await baseOf(repository, its, wish.base) };
}

/**
 * The branch that a pull request comes to, where it can.
 *
 * @throws GitHubError 422 where it cannot
 */
export async function baseOf(
  repository: HostedRepository,
  { state, head }: Pick<PullRequest, 'state' | 'head'>,
  branch: string,
): Promise<PullRequest['base']> {
  if (state === 'closed') {
    throw refused('Cannot change the base branch of a closed pull request.');
  }
  const sha = await headOf(repository, branch);
  if (!sha) throw invalid('PullRequest', 'base');
  if (await contains(repository, sha, head.sha)) {
    throw refused(`No commits between ${branch} and ${head.branch}`);
  }
  return { branch, sha };
}

function refused(message: string): GitHubError {
  return new GitHubError(422, 'Validation Failed', [
    { resource: 'PullRequest', code: 'custom', message },
  ]);
}
