import type { BranchRule } from './BranchRule';

/** What is known of a commit's checks: by name, the worse where there are two. */
export type CheckStates = ReadonlyMap<string, 'good' | 'bad' | 'waiting'>;

/** Which required checks a commit lacks, in GitHub's words. */
export function lackingChecks(
  { checks }: BranchRule,
  states: CheckStates,
): string[] {
  const lacking = checks.filter(name => states.get(name) !== 'good');
  const isExpected = (name: string) => states.get(name) !== 'bad';
  if (lacking.length <= 1) {
    return lacking.map(
      name =>
        `Required status check "${name}" is ${
          isExpected(name) ? 'expected' : 'failing'
        }.`,
    );
  }
  const expected = lacking.filter(isExpected).length;
  const said = [
    ...(lacking.length > expected
      ? [`${lacking.length - expected} failing`]
      : []),
    ...(expected ? [`${expected} expected`] : []),
  ];
  return [
    `${lacking.length} of ${
      checks.length
    } required status checks have not succeeded: ${said.join(' and ')}.`,
  ];
}

/** What stands in the way of a merge, in GitHub's words; empty: nothing. */
export function mergeViolations(
  rule: BranchRule,
  about: { states: CheckStates; approvals: number; isRejected: boolean },
): string[] {
  if (rule.isLocked) {
    return [
      rule.kind === 'ruleset'
        ? 'Cannot update this protected ref.'
        : 'Cannot change this locked branch',
    ];
  }
  const missing = rule.approvals - about.approvals;
  const reviews = `review${rule.approvals > 1 ? 's are' : ' is'}`;
  return [
    ...lackingChecks(rule, about.states),
    ...(missing > 0
      ? [
          `At least ${rule.approvals} approving ${reviews} required by reviewers with write access.`,
        ]
      : []),
    ...(about.isRejected && rule.approvals > 0
      ? ['Changes were requested by a reviewer with write access.']
      : []),
  ];
}
