import { type GitHubRepository, NoSuchThing } from '@sphera/plugin-git-node';
import type { RememberedAnswers } from './RememberedAnswers';

/** A repository, as far as facts are about it. */
export interface FoundRepository {
  /** As GitHub calls it now: `kestrel/quotes`. */
  name: string;
  /** Where people look at it. */
  page: string;
  isArchived: boolean;
  /** The default one. */
  branch: string;
  /** Its newest commit, and whether it is protected; absent: there is none yet. */
  head?: { sha: string; isProtected: boolean };
}

/**
 * Looks at a repository; `undefined` where there is none that the portal may see.
 * @throws NeighbourError
 */
export async function readRepository(
  repository: GitHubRepository,
  answers: RememberedAnswers,
): Promise<FoundRepository | undefined> {
  const where = { owner: repository.owner, repo: repository.repo };
  const found = await orNothing(
    answers.ask(repository, {
      doing: 'look at the repository',
      key: 'repository',
      call: (rest, headers) => rest.repos.get({ ...where, headers }),
      digest: data => ({
        name: data.full_name,
        page: data.html_url,
        isArchived: data.archived,
        branch: data.default_branch,
      }),
    }),
  );
  if (!found) return undefined;
  const { branch } = found;
  const head = await orNothing(
    answers.ask(repository, {
      doing: 'look at branches',
      key: `branch ${branch}`,
      call: (rest, headers) =>
        rest.repos.getBranch({ ...where, branch, headers }),
      digest: data => ({ sha: data.commit.sha, isProtected: data.protected }),
    }),
  );
  return { ...found, head };
}

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NoSuchThing) return undefined;
    throw error;
  }
}
