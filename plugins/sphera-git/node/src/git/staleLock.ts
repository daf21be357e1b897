import { rm, stat } from 'node:fs/promises';

/** Git holds the lock of a ref for some milliseconds. */
const STALE_AFTER = 5_000;

const LOCK = /Unable to create '([^'\n]+\.lock)': File exists/;

/**
 * Takes away a lock file that somebody left who was killed; `false`: the words are of something else.
 * One that is fresh belongs to a replica that shares the folder.
 */
export async function clearStaleLock(words: string): Promise<boolean> {
  const [, file] = LOCK.exec(words) ?? [];
  if (!file) return false;
  const made = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  if (made !== undefined && Date.now() - made > STALE_AFTER) {
    await rm(file, { force: true });
  }
  return true;
}
