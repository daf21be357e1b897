import { NeighbourError } from '@sphera/plugin-operations-node';
import type { GitHubRepository } from '@sphera/plugin-git-node';
import { isAboutTheWay, mergeMethods, type MergeMethod } from './mergeMethods';
import { GitHubRefusal } from '@sphera/plugin-git-node';

/**
 * Merges a pull request in the first way that its repository and the rules of the branch allow.
 *
 * @throws GitHubRefusal with GitHub's words where it cannot be merged; NeighbourError
 */
export async function merge(
  repository: GitHubRepository,
  pullRequest: { number: number; head: string },
): Promise<void> {
  const methods = await mergeMethods(repository);
  let refusal: GitHubRefusal | undefined;
  for (const method of methods) {
    try {
      await mergeBy(method, repository, pullRequest);
      return;
    } catch (error) {
      if (!(error instanceof GitHubRefusal)) throw error;
      if (!isAboutTheWay(error.words)) throw error;
      refusal = error;
    }
  }
  throw (
    refusal ??
    new NeighbourError(
      `${repository.name} allows no way to merge pull requests: allow one in its settings on GitHub`,
      false,
    )
  );
}

async function mergeBy(
  method: MergeMethod,
  repository: GitHubRepository,
  { number, head }: { number: number; head: string },
): Promise<void> {
  const { owner, repo } = repository;
  const message =
    method === 'squash' ? await messageOf(repository, number) : {};
  await repository.ask('merge pull requests', rest =>
    rest.pulls.merge({
      owner,
      repo,
      pull_number: number,
      sha: head,
      merge_method: method,
      ...message,
    }),
  );
}

/**
 * Of the commit that it began with, so that its trailers come to the branch whatever the repository does by default; later
 * ones bring it up to date.
 */
async function messageOf(
  repository: GitHubRepository,
  number: number,
): Promise<{ commit_title: string; commit_message: string }> {
  const { owner, repo } = repository;
  const { data } = await repository.ask('read pull requests', rest =>
    rest.pulls.listCommits({ owner, repo, pull_number: number, per_page: 1 }),
  );
  const [subject, ...rest] = data[0].commit.message.split('\n');
  return {
    commit_title: `${subject} (#${number})`,
    commit_message: rest.join('\n').trim(),
  };
}
