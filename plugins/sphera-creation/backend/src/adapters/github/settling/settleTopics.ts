import type { GitHubRepository } from '@sphera/plugin-git-node';

/** Adds topics to those that a repository has. */
export async function settleTopics(
  repository: GitHubRepository,
  topics: string[],
): Promise<void> {
  if (topics.length === 0) return;
  const { owner, repo } = repository;
  await repository.ask('set topics', async rest => {
    const { data } = await rest.repos.getAllTopics({ owner, repo });
    const names = [...new Set([...data.names, ...topics])];
    if (names.length === data.names.length) return;
    await rest.repos.replaceAllTopics({ owner, repo, names });
  });
}
