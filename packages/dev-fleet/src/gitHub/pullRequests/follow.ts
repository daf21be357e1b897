import type { HostedRepository } from '../../git/HostedRepositories';
import { contains, headOf } from './branches';
import type { PullRequest } from './PullRequest';

/** What became of an open pull request since it was looked at last. */
export type Followed =
  | { is: 'same' }
  | { is: 'moved'; before: string }
  | { is: 'closed' };

/** Brings an open one to where its branches are now; closed is what lost its branch, merged what is in the other one. */
export async function follow(
  repository: HostedRepository,
  pullRequest: PullRequest,
): Promise<Followed> {
  if (pullRequest.state === 'closed') return { is: 'same' };
  const { head, base } = pullRequest;
  const [headSha, baseSha] = await Promise.all([
    headOf(repository, head.branch),
    headOf(repository, base.branch),
  ]);
  const isIn =
    headSha && (await contains(repository, baseSha ?? base.sha, headSha));
  // From here on nothing else comes between: another look may have been quicker.
  if (pullRequest.state !== 'open') return { is: 'same' };
  base.sha = baseSha ?? base.sha;
  if (!headSha) return { is: 'closed' };
  const before = head.sha;
  head.sha = headSha;
  if (isIn) {
    pullRequest.merged = { by: pullRequest.author, commit: headSha };
    return { is: 'closed' };
  }
  return before === headSha ? { is: 'same' } : { is: 'moved', before };
}
