import type { GitHubRepository } from '@sphera/plugin-git-node';
import { NeighbourError } from '@sphera/plugin-operations-node';

/** Where GitHub's merge queue puts the commits that it would merge next into a branch. */
const QUEUE = 'heads/gh-readonly-queue';

/** Those commits; none where the branches may not be read: whoever gives no access to the contents has no queue told. */
export async function queuedFor(
  repository: GitHubRepository,
  branch: string,
): Promise<string[]> {
  const { owner, repo } = repository;
  try {
    const refs = await repository.ask('list branches', (rest, every) =>
      every(rest.git.listMatchingRefs, {
        owner,
        repo,
        ref: `${QUEUE}/${branch}/`,
        per_page: 100,
      }),
    );
    return refs.map(({ object }) => object.sha);
  } catch (error) {
    if (error instanceof NeighbourError && !error.isPassing) return [];
    throw error;
  }
}
