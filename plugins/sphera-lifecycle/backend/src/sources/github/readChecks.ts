import type { GitHubRepository } from '@sphera/plugin-git-node';
import type { Check } from './Build';
import type { RememberedAnswers } from './RememberedAnswers';

/** The most that GitHub gives out at once. */
const PAGE = 100;
/** A commit with more checks than this many pages is judged by the first. */
const MOST_PAGES = 5;
const GOOD = ['success', 'neutral', 'skipped'];

interface CheckPage {
  checks: Check[];
  total: number;
}

/**
 * The last run of each check of a commit, and the last of each status.
 * @throws NeighbourError
 */
export async function readChecks(
  repository: GitHubRepository,
  answers: RememberedAnswers,
  sha: string,
): Promise<Check[]> {
  const [runs, statuses] = await Promise.all([
    allPages(page => runPage(repository, answers, { sha, page })),
    allPages(page => statusPage(repository, answers, { sha, page })),
  ]);
  return [...runs, ...statuses];
}

async function allPages(
  read: (page: number) => Promise<CheckPage>,
): Promise<Check[]> {
  const all: Check[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { checks, total } = await read(page);
    all.push(...checks);
    if (page * PAGE >= total) break;
  }
  return all;
}

function runPage(
  repository: GitHubRepository,
  answers: RememberedAnswers,
  { sha: ref, page }: { sha: string; page: number },
): Promise<CheckPage> {
  const { owner, repo } = repository;
  return answers.ask(repository, {
    doing: 'read checks',
    key: `check-runs ${ref} ${page}`,
    call: (rest, headers) =>
      rest.checks.listForRef({
        owner,
        repo,
        ref,
        page,
        per_page: PAGE,
        headers,
      }),
    digest: ({ check_runs: runs, total_count: total }) => ({
      total,
      checks: runs.map(({ name, status, conclusion, html_url }): Check => {
        const url = html_url ?? undefined;
        if (status !== 'completed') return { name, state: 'running', url };
        const isGood = GOOD.includes(conclusion ?? '');
        return { name, state: isGood ? 'good' : 'bad', url };
      }),
    }),
  });
}

function statusPage(
  repository: GitHubRepository,
  answers: RememberedAnswers,
  { sha: ref, page }: { sha: string; page: number },
): Promise<CheckPage> {
  const { owner, repo } = repository;
  return answers.ask(repository, {
    doing: 'read commit statuses',
    key: `status ${ref} ${page}`,
    call: (rest, headers) =>
      rest.repos.getCombinedStatusForRef({
        owner,
        repo,
        ref,
        page,
        per_page: PAGE,
        headers,
      }),
    digest: ({ statuses, total_count: total }) => ({
      total,
      checks: statuses.map(({ context: name, state, target_url }): Check => {
        const url = target_url ?? undefined;
        if (state === 'pending') return { name, state: 'running', url };
        return { name, state: state === 'success' ? 'good' : 'bad', url };
      }),
    }),
  });
}
