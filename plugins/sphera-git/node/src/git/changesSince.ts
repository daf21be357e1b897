import type { Clone } from './Clone';
import { hasCommit } from './Mending';

/**
 * Which files a commit of another branch has otherwise than the commit `base` at which it left `head`. It is fetched
 * where the clone does not have it.
 * @throws GitFailure, RepositoryError
 */
export async function changesSince(
  clone: Clone,
  head: string,
  commit: string,
): Promise<{ base: string; paths: string[] }> {
  const { git, folder } = clone;
  if (!(await hasCommit(clone, commit))) await clone.fetchCommit(commit);
  const merged = await git.local(folder, ['merge-base', head, commit]);
  const base = merged.toString().trim();
  const names = await git.local(folder, [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    base,
    commit,
  ]);
  return { base, paths: names.toString().split('\0').filter(Boolean) };
}
