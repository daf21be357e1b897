import type { GitRepositories } from '@sphera/plugin-git-node';
import type { PullRequestsOf } from '../adapters/github/PullRequests';
import type { Sources } from '../adapters/github/Sources';
import type { People } from '../people/People';
import type { PlanParts } from '../plans/PlanParts';

/** What it takes to promote a version. */
export interface PromotingParts extends PlanParts {
  repositories: GitRepositories;
  pullRequests: PullRequestsOf;
  sources: Sources;
  people: Pick<People, 'authorOf'>;
}
