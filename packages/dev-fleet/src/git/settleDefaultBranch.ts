import type { HostedRepository } from './HostedRepositories';
import { branchesOf } from './movedBranches';
import { runGit } from './runGit';

/** The only branch that a repository has is its default one, whatever that was called while it was empty. */
export async function settleDefaultBranch(
  repository: HostedRepository,
): Promise<void> {
  const branches = [...(await branchesOf(repository.folder)).keys()];
  if (branches.length === 1 && branches[0] !== repository.branch) {
    await setDefaultBranch(repository, branches[0]);
  }
}

/** Makes another branch the default one. */
export async function setDefaultBranch(
  repository: HostedRepository,
  branch: string,
): Promise<void> {
  repository.branch = branch;
  const head = ['symbolic-ref', 'HEAD', `refs/heads/${branch}`];
  await runGit(repository.folder, head);
}
