import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';
import { apiUrl, pageUrl, type Where } from './Where';

/** Something in a folder of a commit. */
export interface TreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size?: number;
}

/** What is at a path of a commit: a folder's entries, or the file alone; `undefined`: nothing. */
export async function entriesAt(
  { folder }: HostedRepository,
  commit: string,
  path: string,
): Promise<{ isFolder: boolean; list: TreeEntry[] } | undefined> {
  if (path === '') {
    return { isFolder: true, list: await listTree(folder, [commit]) };
  }
  const [found] = await listTree(folder, [commit, '--', path]);
  if (!found) return undefined;
  if (found.type !== 'tree') return { isFolder: false, list: [found] };
  const list = await listTree(folder, [commit, '--', `${path}/`]);
  return { isFolder: true, list };
}

/** What `git ls-tree` has to say. */
export async function listTree(
  folder: string,
  which: string[],
): Promise<TreeEntry[]> {
  const listed = await runGit(folder, ['ls-tree', '-l', '-z', ...which]);
  return listed
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
      return {
        path: line.slice(tab + 1),
        mode,
        type: type as TreeEntry['type'],
        sha,
        ...(size !== '-' && { size: Number(size) }),
      };
    });
}

/** A file or a folder as the contents API has it, without what is in it. */
export function fileBody(
  { path, type, sha, size = 0 }: TreeEntry,
  where: Where & { ref: string },
): object {
  const { ref } = where;
  const kind = { blob: 'file', tree: 'dir', commit: 'submodule' }[type];
  const page = `${pageUrl(where)}/${kind === 'dir' ? 'tree' : 'blob'}`;
  const url = `${apiUrl(where)}/contents/${path}?ref=${ref}`;
  const gitUrl = `${apiUrl(where)}/git/${type}s/${sha}`;
  const htmlUrl = `${page}/${ref}/${path}`;
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    size,
    type: kind,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url:
      kind === 'file' ? `${pageUrl(where)}/raw/${ref}/${path}` : null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}
