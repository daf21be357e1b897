import type { HostedRepository } from '../../git/HostedRepositories';
import { contains, headOf } from './branches';
import type { PullRequest } from './PullRequest';

/** Brings an open one to where its branches are now; closed is what lost its branch, merged what is in the other one. */
export async function follow(
  repository: HostedRepository,
  pullRequest: PullRequest,
  close: () => void,
): Promise<void> {
  if (pullRequest.state === 'closed') return;
  const { head, base } = pullRequest;
  const [headSha, baseSha] = await Promise.all([
    headOf(repository, head.branch),
    headOf(repository, base.branch),
  ]);
  base.sha = baseSha ?? base.sha;
  if (!headSha) {
    close();
    return;
  }
  head.sha = headSha;
  if (await contains(repository, base.sha, headSha)) {
    close();
    pullRequest.merged = { by: pullRequest.author, commit: headSha };
  }
}
