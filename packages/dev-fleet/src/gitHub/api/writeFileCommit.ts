import { runGit } from '../../git/runGit';
import type { RepositoryCall } from './Call';
import { personOf, writeCommit } from './writeCommit';
import { writeTree } from './writeTree';

/** Writes a commit with one file more, less or other; no branch moves. Returns its hash. */
export async function writeFileCommit(
  call: RepositoryCall,
  wish: {
    /** Absent: the first commit of all. */
    parent?: string;
    path: string;
    /** Absent: the file goes. */
    content?: Buffer;
    message: string;
  },
): Promise<string> {
  const { parent, path, content, message } = wish;
  const { hosted } = call.repository;
  const sha =
    content === undefined
      ? null
      : await runGit(hosted.folder, ['hash-object', '-w', '--stdin'], {
          input: content,
        });
  const entry = { path, mode: '100644', sha: sha?.trim() ?? null };
  const { author, committer } = call.body;
  return writeCommit(call, {
    tree: await writeTree(hosted, parent, [entry]),
    parents: parent ? [parent] : [],
    message,
    author: personOf(call, author ?? committer),
    committer: personOf(call, committer),
  });
}
