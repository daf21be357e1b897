export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** What a repository of a stand-in asks of pull requests from its start. */
export interface PullRequestRules {
  /** How they may be merged; in every way if absent. */
  methods?: MergeMethod[];
  /** Checks without which nothing is merged into a protected branch; each runs for every pull request. */
  requiredChecks?: string[];
  /** Checks that run and do not matter for merging. */
  otherChecks?: string[];
  /** Whether a ruleset says all of this, in place of the protection of the branch. */
  isRuleset?: boolean;
  /** Whether somebody has to approve. */
  needsReview?: boolean;
  /** Whether a branch has to be up to date to be merged. */
  isStrict?: boolean;
  /** Whether protected branches have no merge commits. */
  isLinear?: boolean;
}
