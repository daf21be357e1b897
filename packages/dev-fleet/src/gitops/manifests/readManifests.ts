import { readFiles } from '../../git/readFiles';
import { runGit } from '../../git/runGit';

/** The texts of all YAML files under a folder at a commit, by path. */
export async function readManifests(
  repository: string,
  commit: string,
  folder: string,
): Promise<Map<string, string>> {
  const listed = await runGit(repository, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    commit,
    `${folder}/`,
  ]);
  const paths = listed.split('\0').filter(path => /\.ya?ml$/.test(path));
  const texts = await readFiles(repository, commit, paths);
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}
