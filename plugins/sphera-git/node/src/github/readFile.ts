import type { GitHubRepository } from './GitHubRepository';
import { NoSuchThing } from './toNeighbourError';

/**
 * A file of a repository on GitHub as text; `undefined` where there is none.
 * @param ref - commit or branch; absent: the default branch
 * @throws NeighbourError
 */
export async function readFile(
  repository: GitHubRepository,
  path: string,
  ref?: string,
): Promise<string | undefined> {
  const { owner, repo } = repository;
  try {
    const { data } = await repository.ask('read files', rest =>
      rest.repos.getContent({ owner, repo, path, ref }),
    );
    if (Array.isArray(data) || !('content' in data)) return undefined;
    return Buffer.from(data.content, 'base64').toString();
  } catch (error) {
    if (error instanceof NoSuchThing) return undefined;
    throw error;
  }
}
