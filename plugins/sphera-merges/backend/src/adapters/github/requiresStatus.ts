import { type GitHubRepository, NoSuchThing } from '@sphera/plugin-git-node';
import { contextsOf } from './ruleset';

const DOING = 'read the rules of branches';

/** Whether a ruleset, or the protection of the branch, holds back merges without this status. */
export async function requiresStatus(
  repository: GitHubRepository,
  branch: string,
  context: string,
): Promise<boolean> {
  const { owner, repo } = repository;
  const where = { owner, repo, branch };
  const rules = await orNothing(
    repository.ask(DOING, (rest, every) =>
      every(rest.repos.getBranchRules, { ...where, per_page: 100 }),
    ),
  );
  if (contextsOf(rules).includes(context)) return true;
  const found = await orNothing(
    repository.ask(DOING, rest => rest.repos.getBranch(where)),
  );
  const checks = found?.data.protection?.required_status_checks;
  return Boolean(checks?.contexts?.includes(context));
}

/** A repository without a commit has no branch yet. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NoSuchThing) return undefined;
    throw error;
  }
}
