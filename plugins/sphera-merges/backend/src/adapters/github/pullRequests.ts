import type { GitHubRepository } from '@sphera/plugin-git-node';
import type { OpenPullRequest } from './GitHub';

const PAGE = 100;

/** Open pull requests to a branch, the most recently updated first. */
export async function pullRequestsTo(
  repository: GitHubRepository,
  base: string,
): Promise<OpenPullRequest[]> {
  const { owner, repo } = repository;
  const all = await repository.ask('list pull requests', (rest, every) =>
    every(rest.pulls.list, {
      owner,
      repo,
      base,
      state: 'open',
      sort: 'updated',
      direction: 'desc',
      per_page: PAGE,
    }),
  );
  return all.map(each => ({
    number: each.number,
    title: each.title,
    author: each.user?.login ?? 'ghost',
    url: each.html_url,
    head: each.head.sha,
    labels: each.labels.map(label => label.name),
    updatedAt: new Date(each.updated_at ?? each.created_at).toISOString(),
  }));
}

/** Login of who put a label on a pull request, the last time; `undefined`: GitHub does not say. */
export async function labelledBy(
  repository: GitHubRepository,
  issue_number: number,
  label: string,
): Promise<string | undefined> {
  const { owner, repo } = repository;
  const events = await repository.ask('read who put labels on', (rest, every) =>
    every(rest.issues.listEvents, {
      owner,
      repo,
      issue_number,
      per_page: PAGE,
    }),
  );
  const wanted = label.toLowerCase();
  return events
    .filter(each => each.event === 'labeled')
    .filter(each => 'label' in each && isNamed(each.label, wanted))
    .at(-1)?.actor?.login;
}

function isNamed(label: unknown, wanted: string): boolean {
  const { name } = label as { name?: unknown };
  return typeof name === 'string' && name.toLowerCase() === wanted;
}
