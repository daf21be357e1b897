import { noProtection, type Protection } from './Protection';
import type { PullRequestRules } from './PullRequestRules';
import type { RulesetRule } from './Ruleset';

/** The protection that a branch has from the start. */
export function protectionOfSeed(rules: PullRequestRules): Protection {
  const { requiredChecks, isStrict = false } = rules;
  return {
    ...noProtection,
    ...(requiredChecks && { checks: { isStrict, contexts: requiredChecks } }),
    reviews: { approvals: rules.needsReview ? 1 : 0, others: {} },
    enforceAdmins: true,
    isLinear: rules.isLinear ?? false,
    ...(isStrict && !requiredChecks && { checks: { isStrict, contexts: [] } }),
  };
}

/** The same, as rules of a ruleset. */
export function rulesOfSeed(rules: PullRequestRules): RulesetRule[] {
  const checks = (rules.requiredChecks ?? []).map(context => ({ context }));
  return [
    {
      type: 'pull_request',
      parameters: {
        required_approving_review_count: rules.needsReview ? 1 : 0,
      },
    },
    {
      type: 'required_status_checks',
      parameters: {
        required_status_checks: checks,
        strict_required_status_checks_policy: rules.isStrict ?? false,
      },
    },
    ...(rules.isLinear ? [{ type: 'required_linear_history' }] : []),
  ];
}
