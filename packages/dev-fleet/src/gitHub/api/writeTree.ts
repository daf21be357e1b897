import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';

/** One file of a tree that is to be written. */
export interface TreeWish {
  path: string;
  mode: string;
  /** `null`: it goes. */
  sha?: string | null;
  /** In place of `sha`. */
  content?: string;
}

/**
 * Writes a tree; returns its hash.
 *
 * @throws Error where an object is not there
 */
export async function writeTree(
  { folder }: HostedRepository,
  base: string | undefined,
  entries: TreeWish[],
): Promise<string> {
  const index = join(tmpdir(), `dev-fleet-index-${randomUUID()}`);
  const git = (args: string[], input?: string) =>
    runGit(folder, args, { input, env: { GIT_INDEX_FILE: index } });
  try {
    await git(base ? ['read-tree', base] : ['read-tree', '--empty']);
    const lines: string[] = [];
    for (const { path, mode, sha, content } of entries) {
      if (content !== undefined) {
        const blob = await git(['hash-object', '-w', '--stdin'], content);
        lines.push(`${mode} ${blob.trim()}\t${path}`);
      } else if (sha === null) {
        lines.push(`0 ${'0'.repeat(40)}\t${path}`);
      } else if (mode === '040000') {
        await git(['read-tree', `--prefix=${path}/`, String(sha)]);
      } else lines.push(`${mode} ${sha}\t${path}`);
    }
    const written = lines.map(line => `${line}\0`).join('');
    await git(['update-index', '-z', '--index-info'], written);
    return (await git(['write-tree'])).trim();
  } finally {
    await rm(index, { force: true });
  }
}
