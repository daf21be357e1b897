import { isDeepStrictEqual } from 'node:util';
import type { GitHubRepository } from '@sphera/plugin-git-node';
import { NeighbourError } from '@sphera/plugin-operations-node';
import type { Status, Statuses } from './GitHub';

/** The newest status of each context at a commit. */
export async function statusesOf(
  repository: GitHubRepository,
  ref: string,
): Promise<Statuses> {
  const { owner, repo } = repository;
  const { data } = await repository.ask('read commit statuses', rest =>
    rest.repos.getCombinedStatusForRef({ owner, repo, ref, per_page: 100 }),
  );
  return Object.fromEntries(
    data.statuses.map(({ context, state, description, target_url }) => [
      context,
      {
        state: state as Status['state'],
        description: description ?? '',
        url: target_url ?? '',
      },
    ]),
  );
}

/** Sets the status of a context at a commit, once: where the answer is lost, one looks first whether it is there. */
export async function setStatus(
  repository: GitHubRepository,
  sha: string,
  context: string,
  status: Status,
): Promise<void> {
  try {
    await post(repository, sha, context, status);
  } catch (error) {
    const isUnanswered =
      error instanceof NeighbourError &&
      error.isPassing &&
      error.retryAfter === undefined;
    if (!isUnanswered) throw error;
    const has = await statusesOf(repository, sha);
    if (isDeepStrictEqual(has[context], status)) return;
    await post(repository, sha, context, status);
  }
}

async function post(
  repository: GitHubRepository,
  sha: string,
  context: string,
  { state, description, url }: Status,
): Promise<void> {
  const { owner, repo } = repository;
  await repository.ask('set commit statuses', rest =>
    rest.repos.createCommitStatus({
      owner,
      repo,
      sha,
      context,
      state,
      description,
      target_url: url,
      // Octokit would say it again without a look.
      request: { retries: 0 },
    }),
  );
}
