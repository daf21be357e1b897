import { GitHubError } from '../GitHubError';
import type { MergeMethod, PullRequestRules } from '../rules';
import type { CheckRun } from './CheckRuns';
import type { Mergeability } from './mergeability';
import type { PullRequest } from './PullRequest';

const WAYS: Record<MergeMethod, string> = {
  merge: 'Merge commits are not allowed on this repository.',
  squash: 'Squash merges are not allowed on this repository.',
  rebase: 'Rebase merges are not allowed on this repository.',
};

/** Why GitHub does not merge a pull request; `undefined`: it does. */
export function refusalOf(
  pullRequest: PullRequest,
  { method, sha }: { method: MergeMethod; sha?: string },
  about: {
    rules: PullRequestRules;
    mergeability: Mergeability;
    checks: CheckRun[];
  },
): GitHubError | undefined {
  const { rules, mergeability, checks } = about;
  if (pullRequest.state === 'closed' || mergeability.state === 'dirty') {
    return new GitHubError(405, 'Pull Request is not mergeable');
  }
  if (sha && sha !== pullRequest.head.sha) {
    return new GitHubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  if (rules.methods && !rules.methods.includes(method)) {
    return new GitHubError(405, WAYS[method]);
  }
  if (rules.isLinear && method === 'merge') {
    return new GitHubError(405, 'This branch must not contain merge commits.');
  }
  if (mergeability.state === 'blocked') {
    return new GitHubError(405, whatIsMissing(checks));
  }
  if (mergeability.state === 'behind') {
    return new GitHubError(
      405,
      'Head branch is out of date. Review and try the merge again.',
    );
  }
  return undefined;
}

function whatIsMissing(checks: CheckRun[]): string {
  const missing = checks.find(
    each => each.isRequired && each.conclusion !== 'success',
  );
  if (!missing) {
    return 'At least 1 approving review is required by reviewers with write access.';
  }
  const state = missing.conclusion === 'failure' ? 'failing' : 'expected';
  return `Required status check "${missing.name}" is ${state}.`;
}
