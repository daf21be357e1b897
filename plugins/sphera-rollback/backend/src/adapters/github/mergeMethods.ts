import type { GitHubRepository } from '@sphera/plugin-git-node';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/**
 * How a repository lets pull requests be merged, the best first: a merge keeps the commit as it was written. What GitHub
 * does not tell, since only who may push is told, is tried.
 *
 * @throws NeighbourError
 */
export async function mergeMethods(
  repository: GitHubRepository,
): Promise<MergeMethod[]> {
  const { owner, repo } = repository;
  const { data } = await repository.ask('read its settings', rest =>
    rest.repos.get({ owner, repo }),
  );
  const methods: Array<[MergeMethod, boolean | undefined]> = [
    ['merge', data.allow_merge_commit],
    ['squash', data.allow_squash_merge],
    ['rebase', data.allow_rebase_merge],
  ];
  return methods
    .filter(([, isAllowed]) => isAllowed ?? true)
    .map(([method]) => method);
}

/** Whether GitHub's words are about the way to merge, so that another one may do: its rules for one branch are told only then. */
export const isAboutTheWay = (words: string): boolean =>
  /merge commits|squash merg|rebase merg|linear history|merge method/i.test(
    words,
  );
