import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';

const STATUS: Record<string, string> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'changed',
};

/** Git's name of a tree with nothing in it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Which files differ between two commits, as the API lists them. */
export async function changedFiles(
  { folder }: HostedRepository,
  from: string | undefined,
  to: string,
): Promise<object[]> {
  const range = [from ?? EMPTY_TREE, to];
  const raw = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', ...range];
  const [written, counts] = await Promise.all([
    runGit(folder, raw),
    runGit(folder, ['diff-tree', '-r', '-z', '--numstat', ...range]),
  ]);
  const lines = new Map(
    counts
      .split('\0')
      .filter(Boolean)
      .map(each => {
        const [added, removed, path] = each.split('\t');
        return [
          path,
          { added: Number(added) || 0, removed: Number(removed) || 0 },
        ];
      }),
  );
  const fields = written.split('\0').filter(Boolean);
  const files: object[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, , , sha, status] = fields[index].split(' ');
    const filename = fields[index + 1];
    const { added, removed } = lines.get(filename) ?? { added: 0, removed: 0 };
    files.push({
      sha,
      filename,
      status: STATUS[status[0]] ?? 'modified',
      additions: added,
      deletions: removed,
      changes: added + removed,
    });
  }
  return files;
}
