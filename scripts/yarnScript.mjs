import { join } from 'node:path';
import { runInForeground } from './children.mjs';
import { root } from './places.mjs';

/**
 * npm and Yarn share the script names `start` and `test` of package.json, and
 * people expect different things of them: who comes to the repository runs
 * `npm start` and wants all of it from zero; who develops in it runs `yarn
 * start` and wants what Backstage's documentation promises. Both name
 * themselves in this variable, as in "npm/11.0.0 node/v24.0.0 …".
 */
export function calledByYarn(env = process.env) {
  return /^yarn\//.test(env.npm_config_user_agent ?? '');
}

/**
 * Runs Backstage's command line in the terminal. Called by Yarn this is the
 * right Node.js already.
 *
 * @param {string[]} args
 * @returns {Promise<number>} its exit status
 */
export async function backstage(args) {
  const cli = join(root, 'node_modules/@backstage/cli/bin/backstage-cli');
  return runInForeground(process.execPath, [cli, ...args]);
}
