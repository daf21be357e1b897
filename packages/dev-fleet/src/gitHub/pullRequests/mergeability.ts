import type { HostedRepository } from '../../git/HostedRepositories';
import type { BranchRule } from '../rules/BranchRule';
import { mergeViolations } from '../rules/violations';
import { contains, mergedTree } from './branches';
import type { CheckRuns } from './CheckRuns';
import { standingOf, type PullRequest } from './PullRequest';

/** Whether a pull request can be merged, as GitHub says. */
export interface Mergeability {
  mergeable: boolean | null;
  state:
    | 'clean'
    | 'unstable'
    | 'blocked'
    | 'behind'
    | 'dirty'
    | 'draft'
    | 'unknown';
}

/** What is asked of what is merged, and what is known of it. */
export interface MergeTerms {
  rules: BranchRule[];
  checks: CheckRuns;
}

export async function mergeability(
  repository: HostedRepository,
  pullRequest: PullRequest,
  { rules, checks }: MergeTerms,
): Promise<Mergeability> {
  const { head, base, isDraft } = pullRequest;
  if (!(await mergedTree(repository, base.sha, head.sha))) {
    return { mergeable: false, state: 'dirty' };
  }
  if (isDraft) return { mergeable: true, state: 'draft' };
  const states = checks.statesOf(head.sha);
  const about = { states, ...standingOf(pullRequest) };
  if (rules.some(rule => mergeViolations(rule, about).length > 0)) {
    return { mergeable: true, state: 'blocked' };
  }
  const isBehind = !(await contains(repository, head.sha, base.sha));
  if (rules.some(({ isStrict }) => isStrict) && isBehind) {
    return { mergeable: true, state: 'behind' };
  }
  const isUnstable = [...states.values()].some(state => state !== 'good');
  return { mergeable: true, state: isUnstable ? 'unstable' : 'clean' };
}
