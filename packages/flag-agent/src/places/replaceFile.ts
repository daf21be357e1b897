import type { BigIntStats } from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a whole file in the place of another: who reads meanwhile, and who looks after the machine lost its power, sees the
 * one or the other. Two of these on one path at the same time are not safe.
 *
 * @returns what the file system says of the new one: it is found before others can put theirs in its place
 * @param justBefore called when all is written and nothing replaced yet; what it throws calls it off
 */
export async function replaceFile(
  path: string,
  text: string,
  justBefore: () => Promise<void> = async () => {},
): Promise<BigIntStats> {
  // Always of the same name, so that crashes leave no more than one.
  const draft = join(dirname(path), `.${basename(path)}.new`);
  let stats: BigIntStats;
  try {
    stats = await writeThrough(draft, text);
    await justBefore();
    await rename(draft, path);
  } catch (error) {
    await unlink(draft).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
  return stats;
}

async function writeThrough(path: string, text: string): Promise<BigIntStats> {
  // Readable for flagd, which runs as another user.
  const file = await open(path, 'w', 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
    return await file.stat({ bigint: true });
  } finally {
    await file.close();
  }
}

/** So that the new name is there after a loss of power; some file systems know no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
