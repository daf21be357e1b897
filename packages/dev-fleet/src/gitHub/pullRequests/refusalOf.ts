import { GitHubError } from '../GitHubError';
import type { BranchRule } from '../rules/BranchRule';
import type { MergeMethod } from '../rules/PullRequestRules';
import { mergeViolations, type CheckStates } from '../rules/violations';
import type { Mergeability } from './mergeability';
import { standingOf, type PullRequest } from './PullRequest';

const WAYS: Record<MergeMethod, string> = {
  merge: 'Merge commits are not allowed on this repository.',
  squash: 'Squash merges are not allowed on this repository.',
  rebase: 'Rebase merges are not allowed on this repository.',
};

/** What is known where somebody wants to merge. */
export interface RefusalTerms {
  /** Ways that the repository allows. */
  methods: readonly MergeMethod[];
  /** What holds for who merges. */
  rules: BranchRule[];
  /** Whether it can be merged by whoever is held by these rules. */
  mergeability: Mergeability;
  states: CheckStates;
}

const ofRuleset = (violations: string[]) =>
  new GitHubError(
    405,
    `Repository rule violations found\n\n${violations.join('\n\n')}\n\n`,
  );

/** Why GitHub does not merge a pull request; `undefined`: it does. */
export function refusalOf(
  pullRequest: PullRequest,
  { method, sha }: { method: MergeMethod; sha?: string },
  about: RefusalTerms,
): GitHubError | undefined {
  const { methods, rules, mergeability, states } = about;
  if (pullRequest.state === 'closed' || mergeability.state === 'dirty') {
    return new GitHubError(405, 'Pull Request is not mergeable');
  }
  if (pullRequest.isDraft) {
    return new GitHubError(405, 'Pull Request is still a draft');
  }
  if (sha && sha !== pullRequest.head.sha) {
    return new GitHubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  if (!methods.includes(method)) return new GitHubError(405, WAYS[method]);
  const isUnfit = (rule: BranchRule) =>
    rule.methods && !rule.methods.includes(method);
  if (rules.some(isUnfit)) {
    return ofRuleset([`The merge method "${method}" is not allowed.`]);
  }
  if (rules.some(({ isLinear }) => isLinear) && method === 'merge') {
    return new GitHubError(405, 'This branch must not contain merge commits.');
  }
  for (const rule of rules) {
    const violations = mergeViolations(rule, {
      states,
      ...standingOf(pullRequest),
    });
    if (violations.length === 0) continue;
    return rule.kind === 'ruleset'
      ? ofRuleset(violations)
      : new GitHubError(405, violations[0]);
  }
  if (mergeability.state === 'behind') {
    return new GitHubError(
      405,
      'Head branch is out of date. Review and try the merge again.',
    );
  }
  return undefined;
}
