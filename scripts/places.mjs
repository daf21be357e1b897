import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What the scripts fetch, log and remember; git-ignored, safe to delete. */
export const toolchainFolder = join(root, '.toolchain');

/**
 * Where Node.js and Yarn are fetched to. Several clones, or the runs of a
 * build server, share one through SPHERA_TOOLCHAIN.
 */
export const packagesFolder = resolve(
  root,
  process.env.SPHERA_TOOLCHAIN ?? toolchainFolder,
);

/** What the laptop portal keeps: its data and its log; git-ignored. */
export const portalFolder = join(root, '.sphera');

/** The runners' own reports of the last test run; git-ignored. */
export const reportsFolder = join(root, 'test-reports');

/** @returns {string} a file as it is shown: seen from where the script was called */
export function shown(file) {
  return relative(process.cwd(), file);
}
