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

/** Branches that are not as they were: moved, made or deleted. */
export async function movedBranches(
  folder: string,
  before: ReadonlyMap<string, string>,
): Promise<string[]> {
  const now = await branchesOf(folder);
  return [...new Set([...before.keys(), ...now.keys()])].filter(
    branch => before.get(branch) !== now.get(branch),
  );
}
