import type { Check } from './Check';
import type { GitHubRepository } from '@sphera/plugin-git-node';

/** Conclusions of a check run that GitHub lets a pull request be merged with. */
const GOOD = ['success', 'neutral', 'skipped'];

/** What looked at a commit, and with which result. @throws NeighbourError */
export async function readChecks(
  repository: GitHubRepository,
  ref: string,
): Promise<Check[]> {
  const { owner, repo } = repository;
  const wish = { owner, repo, ref, per_page: 100 };
  const [runs, statuses] = await Promise.all([
    repository.ask('read checks', (rest, all) =>
      all(rest.checks.listForRef, { ...wish, filter: 'latest' }),
    ),
    // The latest of each name; Octokit does not turn the pages of this one.
    repository.ask('read commit statuses', rest =>
      rest.repos.getCombinedStatusForRef(wish),
    ),
  ]);
  return [
    ...runs.map(({ name, status, conclusion }) => ({
      name,
      state: stateOfRun(status, conclusion),
    })),
    ...statuses.data.statuses.map(({ context, state }) => ({
      name: context,
      state: stateOfStatus(state),
    })),
  ];
}

function stateOfRun(status: string, conclusion: string | null): Check['state'] {
  if (status !== 'completed' || conclusion === null) return 'waiting';
  return GOOD.includes(conclusion) ? 'passed' : 'failed';
}

function stateOfStatus(state: string): Check['state'] {
  if (state === 'pending') return 'waiting';
  return state === 'success' ? 'passed' : 'failed';
}
