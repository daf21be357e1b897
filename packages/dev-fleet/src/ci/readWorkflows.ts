import { readFiles } from '../git/readFiles';
import { runGit } from '../git/runGit';

const FOLDER = '.github/workflows/';

/** The texts of the workflows of a commit. */
export async function readWorkflows(
  repository: string,
  commit: string,
): Promise<string[]> {
  const listed = await runGit(repository, [
    'ls-tree',
    '-z',
    '--name-only',
    commit,
    FOLDER,
  ]);
  const paths = listed.split('\0').filter(path => /\.ya?ml$/.test(path));
  const texts = await readFiles(repository, commit, paths);
  return texts.filter(text => text !== undefined);
}
