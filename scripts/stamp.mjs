import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toolchainFolder } from './places.mjs';

/**
 * Remembers of what state of the sources something was made, so that it is not
 * made again before they change.
 *
 * @param {string} name of what is made
 */
export function stamp(name) {
  const file = join(toolchainFolder, 'stamps', name);
  return {
    async matches(hash) {
      return (await readFile(file, 'utf8').catch(() => '')) === hash;
    },
    async set(hash) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, hash);
    },
  };
}
