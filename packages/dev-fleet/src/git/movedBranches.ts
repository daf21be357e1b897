import { runGit } from './runGit';

/** The commit of each branch of a bare repository, by the branch's name. */
export async function branchesOf(folder: string): Promise<Map<string, string>> {
  const refs = await runGit(folder, [
    'for-each-ref',
    '--format=%(objectname) %(refname:lstrip=2)',
    'refs/heads/',
  ]);
  return new Map(
    refs
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const space = line.indexOf(' ');
        return [line.slice(space + 1), line.slice(0, space)];
      }),
  );
}

/** What a branch is at that is not there. */
export const NOTHING = '0'.repeat(40);

/** Branches that are not as they were: moved, made or deleted. */
export async function movedBranches(
  folder: string,
  earlier: ReadonlyMap<string, string>,
): Promise<Array<{ branch: string; before: string; after: string }>> {
  const now = await branchesOf(folder);
  return [...new Set([...earlier.keys(), ...now.keys()])]
    .map(branch => ({
      branch,
      before: earlier.get(branch) ?? NOTHING,
      after: now.get(branch) ?? NOTHING,
    }))
    .filter(({ before, after }) => before !== after);
}
