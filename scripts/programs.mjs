import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { ask, run } from './children.mjs';
import { step, Stop } from './say.mjs';

/** Ends with the installation that was begun last: apt-get does not run twice at a time. */
let installing = Promise.resolve();

/**
 * @param {string[]} names of programs, or absolute paths, in the order of preference
 * @param {string} [path] where to look for names
 * @returns {string | undefined} the path of the first that is there
 */
export function findProgram(names, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter(Boolean);
  return names
    .flatMap(name =>
      isAbsolute(name) ? [name] : folders.map(folder => join(folder, name)),
    )
    .find(isExecutable);
}

/**
 * Finds a program, and installs the Debian packages that it takes where this is
 * Debian and we may.
 *
 * @param {{ names: string[], debianPackages: string[], what: string, otherwise: string }} wanted
 *   `what`: the program in words; `otherwise`: what a person can do without Debian
 * @returns {Promise<string>} its path
 * @throws Stop if it is not there in the end
 */
export async function readyProgram({ names, debianPackages, what, otherwise }) {
  const found = findProgram(names);
  if (found) return found;
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    installing = installing
      .catch(() => {})
      .then(() => install(what, debianPackages));
    await installing;
  }
  const installed = findProgram(names);
  if (!installed) throw new Stop(`There is no ${what}: ${otherwise}`);
  return installed;
}

async function install(what, debianPackages) {
  step(`Installing ${what} (Debian's ${debianPackages.join(', ')})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await ask('apt-get', ['update'], { env });
  const args = ['install', '--yes', '--no-install-recommends'];
  await run('apt-get', [...args, ...debianPackages], { env });
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
