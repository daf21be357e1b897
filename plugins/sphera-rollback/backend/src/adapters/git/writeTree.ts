import { posix } from 'node:path';
import type { Clone } from './Clone';
import { GitFailure } from './Git';

/** A file whose contents are in the clone. */
export interface WrittenFile {
  path: string;
  hash: string;
}

/** A line of `git ls-tree`: mode, kind, hash and name. */
interface Entry {
  mode: string;
  kind: string;
  hash: string;
}
type Folder = Map<string, Entry>;

const FILE = '100644';

/**
 * Writes the tree of a commit with some files as they are given; whether a file may be run stays as it is. Only the
 * folders above them are read and written, however many others there are.
 * @throws GitFailure
 */
export async function writeTree(
  clone: Clone,
  base: string,
  files: readonly WrittenFile[],
): Promise<string> {
  const paths = foldersAbove(files);
  const folders = new Map<string, Folder>(
    await Promise.all(
      paths.map(
        async path => [path, await readFolder(clone, base, path)] as const,
      ),
    ),
  );
  for (const { path, hash } of files) {
    const folder = folders.get(folderOf(path))!;
    const name = posix.basename(path);
    const mode = folder.get(name)?.mode ?? FILE;
    folder.set(name, { mode, kind: 'blob', hash });
  }
  // A folder's hash stands in the one above it.
  let root = '';
  for (const path of paths) {
    const hash = await writeFolder(clone, folders.get(path)!);
    if (path === '') root = hash;
    else {
      const above = folders.get(folderOf(path))!;
      const name = posix.basename(path);
      above.set(name, { mode: '040000', kind: 'tree', hash });
    }
  }
  return root;
}

/** The folder that a path is in; nothing for the root. */
function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** Every folder above these files, the deepest first, the root last. */
function foldersAbove(files: readonly WrittenFile[]): string[] {
  const all = new Set<string>(['']);
  for (const { path } of files) {
    for (let at = folderOf(path); at !== ''; at = folderOf(at)) all.add(at);
  }
  const depth = (path: string) => (path === '' ? 0 : path.split('/').length);
  return [...all].sort((one, other) => depth(other) - depth(one));
}

async function readFolder(
  { git, folder }: Clone,
  base: string,
  path: string,
): Promise<Folder> {
  const result = await git.attempt(folder, [
    'ls-tree',
    '-z',
    `${base}:${path}`,
  ]);
  if (result.code !== 0) {
    // A folder that is not there yet is made.
    if (path !== '' && /not exist|Not a valid object name/i.test(result.words))
      return new Map();
    throw new GitFailure(git.wordsOf(result));
  }
  const lines = result.output.toString().split('\0').filter(Boolean);
  return new Map(
    lines.map(line => {
      const tab = line.indexOf('\t');
      const [mode, kind, hash] = line.slice(0, tab).split(' ');
      return [line.slice(tab + 1), { mode, kind, hash }];
    }),
  );
}

async function writeFolder(
  { git, folder }: Clone,
  entries: Folder,
): Promise<string> {
  const lines = [...entries].map(
    ([name, { mode, kind, hash }]) => `${mode} ${kind} ${hash}\t${name}\0`,
  );
  // Contents of other files are not in the clone, and are not looked for.
  const output = await git.local(folder, ['mktree', '-z', '--missing'], {
    input: lines.join(''),
  });
  return output.toString().trim();
}
