import type { GitHubRepository } from '@sphera/plugin-git-node';

/** Comments on a pull request, unless somebody said the same before. @throws NeighbourError */
export async function commentOnce(
  repository: GitHubRepository,
  number: number,
  body: string,
): Promise<void> {
  const { owner, repo } = repository;
  const about = { owner, repo, issue_number: number };
  const comments = await repository.ask('read comments', (rest, all) =>
    all(rest.issues.listComments, { ...about, per_page: 100 }),
  );
  if (comments.some(each => each.body === body)) return;
  await repository.ask('comment on pull requests', rest =>
    // Not tried twice: an answer that was lost may have left it there.
    rest.issues.createComment({ ...about, body, request: { retries: 0 } }),
  );
}
