import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';

/** The commit that a branch is at; `undefined` where there is no such branch. */
export async function headOf(
  { folder }: HostedRepository,
  branch: string,
): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const hash = await runGit(folder, ['rev-parse', '--verify', '-q', ref]).catch(
    () => undefined,
  );
  return hash?.trim();
}

/** Whether all of a commit's history is in another's. */
export async function contains(
  { folder }: HostedRepository,
  commit: string,
  ancestor: string,
): Promise<boolean> {
  return runGit(folder, ['merge-base', '--is-ancestor', ancestor, commit]).then(
    () => true,
    () => false,
  );
}

/** The tree that comes of merging two commits; `undefined` where they conflict. */
export async function mergedTree(
  { folder }: HostedRepository,
  base: string,
  head: string,
): Promise<string | undefined> {
  const tree = await runGit(folder, [
    'merge-tree',
    '--write-tree',
    base,
    head,
  ]).catch(() => undefined);
  return tree?.trim();
}
