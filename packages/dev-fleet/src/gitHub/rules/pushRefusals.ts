import {
  protectedBranch,
  type RefMove,
  type RefRefusal,
} from '../../git/GitAccess';
import type { CheckStates } from './violations';
import { lackingChecks } from './violations';
import type { BranchRule } from './BranchRule';

/** What nothing stands for in a push. */
const isNothing = (hash: string) => /^0+$/.test(hash);

const ruleViolations = (ref: string, violations: string[]): RefRefusal => ({
  ref,
  lines: [
    `error: GH013: Repository rule violations found for ${ref}.`,
    '',
    ...violations.map(each => `- ${each}`),
    '',
  ],
});

/** What GitHub refuses of one branch or tag of a push, in its words. */
export function pushRefusals(
  { ref, before, after }: RefMove,
  about: {
    rules: BranchRule[];
    /** Login and teams of who pushes. */
    pusher: { login: string; teams: string[] };
    states: CheckStates;
  },
): RefRefusal[] {
  const { rules, pusher, states } = about;
  const violations = (rule: BranchRule): string[] => {
    if (isNothing(before)) {
      return rule.isUncreatable
        ? ['Cannot create ref due to creations being restricted.']
        : [];
    }
    if (isNothing(after)) {
      return rule.isUndeletable ? ['Cannot delete this branch'] : [];
    }
    return [
      ...(rule.isLocked ? ['Cannot update this protected ref.'] : []),
      ...(rule.needsPullRequest
        ? ['Changes must be made through a pull request.']
        : []),
      ...lackingChecks(rule, states),
      ...(isShutOut(rule, pusher)
        ? ["You're not authorized to push to this branch."]
        : []),
    ];
  };
  const ofProtection = rules
    .filter(({ kind }) => kind === 'protection')
    .flatMap(violations);
  if (ofProtection.length > 0) return [protectedBranch(ref, ofProtection[0])];
  const ofRulesets = rules
    .filter(({ kind }) => kind === 'ruleset')
    .flatMap(violations);
  if (ofRulesets.length > 0) return [ruleViolations(ref, ofRulesets)];
  const unforceable = rules.find(rule => rule.isUnforceable);
  if (!unforceable || isNothing(before) || isNothing(after)) return [];
  const why = 'Cannot force-push to this branch';
  const refusal =
    unforceable.kind === 'protection'
      ? protectedBranch(ref, why)
      : ruleViolations(ref, [why]);
  return [{ ...refusal, isOfForce: true }];
}

function isShutOut(
  { pushers }: BranchRule,
  { login, teams }: { login: string; teams: string[] },
): boolean {
  if (!pushers) return false;
  const isNamed =
    pushers.users.includes(login) ||
    pushers.apps.includes(login.replace(/\[bot\]$/, '')) ||
    pushers.teams.some(team => teams.includes(team));
  return !isNamed;
}
