import type { HostedRepository } from '../../git/HostedRepositories';
import type { PullRequestRules } from '../rules';
import { contains, mergedTree } from './branches';
import type { CheckRun, CommitStatus } from './CheckRuns';
import type { PullRequest } from './PullRequest';

/** Whether a pull request can be merged, as GitHub says. */
export interface Mergeability {
  mergeable: boolean | null;
  state: 'clean' | 'unstable' | 'blocked' | 'behind' | 'dirty' | 'unknown';
}

export async function mergeability(
  repository: HostedRepository,
  { head, base }: PullRequest,
  about: {
    rules: PullRequestRules;
    checks: CheckRun[];
    statuses: CommitStatus[];
  },
): Promise<Mergeability> {
  const { rules, checks, statuses } = about;
  if (!(await mergedTree(repository, base.sha, head.sha))) {
    return { mergeable: false, state: 'dirty' };
  }
  const isProtected = repository.protectedBranches.includes(base.branch);
  const lacks = checks.some(
    each => each.isRequired && each.conclusion !== 'success',
  );
  if (isProtected && (lacks || rules.needsReview)) {
    return { mergeable: true, state: 'blocked' };
  }
  const isBehind = !(await contains(repository, head.sha, base.sha));
  if (isProtected && rules.isStrict && isBehind) {
    return { mergeable: true, state: 'behind' };
  }
  const isUnstable =
    checks.some(each => each.conclusion !== 'success') ||
    statuses.some(each => each.state !== 'success');
  return { mergeable: true, state: isUnstable ? 'unstable' : 'clean' };
}
