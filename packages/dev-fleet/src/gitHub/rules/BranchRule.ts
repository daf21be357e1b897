import type { Protection } from './Protection';
import type { Ruleset } from './Ruleset';

/** What one protection or one ruleset asks of a branch. */
export interface BranchRule {
  /** How it is refused: GitHub words both in its own way. */
  kind: 'protection' | 'ruleset';
  checks: string[];
  /** Whether a branch has to be up to date with what it is merged into. */
  isStrict: boolean;
  isLinear: boolean;
  needsPullRequest: boolean;
  approvals: number;
  /** Whether nobody may move it at all, not even by a merge. */
  isLocked: boolean;
  isUncreatable: boolean;
  isUndeletable: boolean;
  isUnforceable: boolean;
  /** How something may be merged; absent: in all ways. */
  methods?: string[];
  pushers?: Protection['pushers'];
}

export function ruleOfProtection(protection: Protection): BranchRule {
  const { checks, reviews } = protection;
  return {
    kind: 'protection',
    checks: checks?.contexts ?? [],
    isStrict: checks?.isStrict ?? false,
    isLinear: protection.isLinear,
    needsPullRequest: Boolean(reviews),
    approvals: reviews?.approvals ?? 0,
    isLocked: protection.isLocked,
    isUncreatable: protection.blocksCreations,
    isUndeletable: !protection.allowsDeletion,
    isUnforceable: !protection.allowsForce,
    pushers: protection.pushers,
  };
}

export function ruleOfRuleset({ rules }: Ruleset): BranchRule {
  const has = (type: string) => rules.some(each => each.type === type);
  const parametersOf = (type: string): Record<string, any> =>
    rules.find(each => each.type === type)?.parameters ?? {};
  const checks = parametersOf('required_status_checks');
  const pullRequest = parametersOf('pull_request');
  return {
    kind: 'ruleset',
    checks: (checks.required_status_checks ?? []).map(
      ({ context }: { context: string }) => context,
    ),
    isStrict: checks.strict_required_status_checks_policy ?? false,
    isLinear: has('required_linear_history'),
    needsPullRequest: has('pull_request'),
    approvals: pullRequest.required_approving_review_count ?? 0,
    isLocked: has('update'),
    isUncreatable: has('creation'),
    isUndeletable: has('deletion'),
    isUnforceable: has('non_fast_forward'),
    methods: pullRequest.allowed_merge_methods,
  };
}
