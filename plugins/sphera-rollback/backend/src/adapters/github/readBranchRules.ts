import type { GitHubRepository } from '@sphera/plugin-git-node';
import { NoSuchThing } from '@sphera/plugin-git-node';

/** What a branch asks of changes, as far as the portal is told: of its protection, and of rulesets. */
export interface BranchRules {
  /** Whether it takes no pushes. GitHub tells whether a branch is protected, but not from what. */
  wantsPullRequests: boolean;
  /** Names of checks without which nothing comes to it. One that has not begun is in no list of checks yet. */
  requiredChecks: string[];
}

/** @throws NeighbourError */
export async function readBranchRules(
  repository: GitHubRepository,
  branch: string,
): Promise<BranchRules> {
  const { owner, repo } = repository;
  const wish = { owner, repo, branch };
  const [{ data }, rules] = await Promise.all([
    repository.ask('read branches', rest => rest.repos.getBranch(wish)),
    orNone(
      repository.ask('read rules of branches', (rest, all) =>
        all(rest.repos.getBranchRules, { ...wish, per_page: 100 }),
      ),
    ),
  ]);
  const ofRulesets = rules.flatMap(rule =>
    rule.type === 'required_status_checks'
      ? rule.parameters?.required_status_checks ?? []
      : [],
  );
  const names = [
    ...(data.protection?.required_status_checks?.contexts ?? []),
    ...ofRulesets.map(({ context }) => context),
  ];
  return {
    wantsPullRequests:
      data.protected || rules.some(({ type }) => type === 'pull_request'),
    requiredChecks: [...new Set(names)],
  };
}

/** GitHub Enterprise had no rulesets before 3.11. */
async function orNone<T>(answer: Promise<T[]>): Promise<T[]> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NoSuchThing) return [];
    throw error;
  }
}
