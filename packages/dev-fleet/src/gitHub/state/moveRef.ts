import { runGit } from '../../git/runGit';
import { NOTHING } from '../../git/movedBranches';
import { settleDefaultBranch } from '../../git/settleDefaultBranch';
import type { GitAccount } from '../../git/GitAccount';
import { GitHubError } from '../GitHubError';
import { contains } from '../pullRequests/branches';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';
import { refusalsOf } from './refusalsOf';

/** What is to be done with a branch or a tag. */
export interface RefWish {
  account: GitAccount;
  /** `refs/heads/main` */
  ref: string;
  /** Absent: it is to be made. */
  before?: string;
  /** Absent: it is to go. */
  after?: string;
  /** Whether history may be lost. */
  isForced?: boolean;
  /** Status of an answer that refuses. */
  refusedWith?: number;
}

/**
 * Moves, makes or deletes a branch or a tag in somebody's name, as the API does.
 *
 * @throws GitHubError where a rule is against it, or history would be lost
 */
export async function moveRef(
  world: GitHubWorld,
  repository: GitHubRepository,
  wish: RefWish,
): Promise<void> {
  const { account, ref, before = NOTHING, after = NOTHING } = wish;
  const { hosted } = repository;
  if (repository.settings.archived) {
    throw new GitHubError(403, 'Repository was archived so is read-only.');
  }
  const moves = [{ ref, before, after }];
  const isSafe =
    before === NOTHING ||
    after === NOTHING ||
    (await contains(hosted, after, before));
  const [refusal] = refusalsOf(world, repository, { account, moves }).filter(
    each => !each.isOfForce || !isSafe,
  );
  if (refusal) {
    throw new GitHubError(wish.refusedWith ?? 422, sentenceOf(refusal.lines));
  }
  if (!isSafe && !wish.isForced) {
    throw new GitHubError(422, 'Update is not a fast forward');
  }
  const args =
    after === NOTHING
      ? ['update-ref', '-d', ref, before]
      : ['update-ref', ref, after, before];
  await runGit(hosted.folder, args).catch(() => {
    throw new GitHubError(409, `Reference cannot be updated: ${ref}`);
  });
  await settleDefaultBranch(hosted);
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (!branch) return;
  const move = { before, after, by: account.login };
  world.options.repositories.pushed(hosted.name, branch, move);
}

/** What git is told in lines, in the sentence of the API. */
function sentenceOf([first, ...rest]: string[]): string {
  const said = rest
    .filter(Boolean)
    .map(line => line.replace(/^(?:error: |- )/, ''));
  return first.includes('GH013')
    ? `Repository rule violations found\n\n${said.join('\n\n')}\n\n`
    : said.join('\n');
}
