import { CheckRuns } from '../pullRequests/CheckRuns';
import { PullRequestBook } from '../pullRequests/PullRequestBook';
import { branchRulesOf } from '../rules/branchRulesOf';
import type { PullRequestRules } from '../rules/PullRequestRules';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';
import { personIn } from './personIn';
import { methodsOf } from './Settings';
import { tellOfCheckRun, tellOfPullRequest } from './telling';

/** The pull requests of a repository and the checks of its commits, none yet. */
export function makeBook(
  world: GitHubWorld,
  repository: GitHubRepository,
  rules: PullRequestRules,
): PullRequestBook {
  const { clock, outcome, isRaced, checksTake, repositories } = world.options;
  const checks = new CheckRuns({
    clock,
    own: [...(rules.requiredChecks ?? []), ...(rules.otherChecks ?? [])],
    takes: checksTake,
    outcome,
    onChange: (action, run) =>
      tellOfCheckRun(world, repository, { action, run }),
  });
  return new PullRequestBook(repository.hosted, {
    repositories,
    clock,
    checks,
    isRaced,
    methods: () => methodsOf(repository.settings),
    deletesMergedBranches: () => repository.settings.delete_branch_on_merge,
    rulesFor: (branch, login) =>
      branchRulesOf(repository, world.organizationOf(repository), {
        ref: `refs/heads/${branch}`,
        person:
          login === undefined ? undefined : personIn(world, repository, login),
      }),
    onChange: (pullRequest, change) =>
      tellOfPullRequest(world, repository, { pullRequest, change }),
  });
}
