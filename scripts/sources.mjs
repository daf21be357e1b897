import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './children.mjs';
import { root } from './places.mjs';
import { Stop } from './say.mjs';

/**
 * Lists the files that Git knows or would add, so never what is ignored.
 *
 * @param {string[]} pathspecs as Git takes them
 * @returns {Promise<string[]>} paths relative to the root, sorted
 * @throws Stop if there is no Git, or this folder is no clone
 */
export async function sourceFiles(pathspecs) {
  const { status, output } = await ask('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    ...pathspecs,
  ]).catch(error => {
    if (error.code !== 'ENOENT') throw error;
    throw new Stop(
      'Git is missing: install it (on Debian "apt-get install git", on macOS "xcode-select --install") and try again.',
    );
  });
  if (status !== 0) {
    throw new Stop(
      `Git cannot read this folder, which has to be a clone of the repository: ${output.trim()}`,
    );
  }
  return [...new Set(output.split('\0').filter(Boolean))].sort();
}

/**
 * @param {string[]} files relative to the root; what is deleted counts as such
 * @param {string[]} more texts that count too
 * @returns {Promise<string>} a hash of all their content
 */
export async function hashOf(files, more = []) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(root, file)).catch(() => 'deleted');
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.update(JSON.stringify(more)).digest('hex');
}
