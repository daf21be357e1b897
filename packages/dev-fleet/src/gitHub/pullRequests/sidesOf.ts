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
  const base = await headOf(repository, wish.base);
  if (!base) throw invalid('PullRequest', 'base');
  const isOpen = ({ state, head: its }: PullRequest) =>
    state === 'open' && its.branch === branch;
  if (others.some(isOpen)) {
    throw refused(`A pull request already exists for ${owner}:${branch}.`);
  }
  if (await contains(repository, base, head)) {
    throw refused(`No commits between ${wish.base} and ${branch}`);
  }
  return {
    head: { branch, sha: head },
    base: { branch: wish.base, sha: base },
  };
}

function refused(message: string): GitHubError {
  return new GitHubError(422, 'Validation Failed', [
    { resource: 'PullRequest', code: 'custom', message },
  ]);
}
