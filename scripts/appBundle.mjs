import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root, shown, toolchainFolder } from './places.mjs';
import { duration, note, step, Stop } from './say.mjs';
import { hashOf, sourceFiles } from './sources.mjs';
import { stamp } from './stamp.mjs';
import { workspacesOf } from './workspaces.mjs';

/** The roles of packages whose code ends up in the browser. */
const browserRoles = [
  'frontend',
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'common-library',
];

/**
 * Builds the pages that the backend serves, unless nothing of them has changed
 * since the last time.
 *
 * @param {{ node: string, yarn: string, env: NodeJS.ProcessEnv }} toolchain
 * @throws Stop if they do not build
 */
export async function readyAppBundle({ node, yarn, env }) {
  const built = stamp('app');
  const hash = await wanted();
  const exists = existsSync(join(root, 'packages/app/dist/index.html'));
  if (exists && (await built.matches(hash))) return;

  step('Building the pages (about a minute, only after they have changed)');
  const begin = Date.now();
  const log = join(toolchainFolder, 'app-build.log');
  const args = [yarn, 'workspace', 'app', 'build'];
  if ((await run(node, args, { env, log })) !== 0) {
    const [reason] = /^.*error.*$/im.exec(await readFile(log, 'utf8')) ?? [''];
    throw new Stop(
      `The pages do not build: ${reason.trim()} (all of it: ${shown(log)})`,
    );
  }
  note(`done in ${duration(Date.now() - begin)}`);
  await built.set(hash);
}

async function wanted() {
  const files = await sourceFiles([
    'yarn.lock',
    'backstage.json',
    ...(await workspacesOf(browserRoles)),
  ]);
  const config = await readFile(join(root, 'app-config.yaml'), 'utf8');
  return hashOf(files.filter(isNoTest), [appSection(config)]);
}

function isNoTest(file) {
  return !/\.test\.[jt]sx?$|\/(e2e-tests|__fixtures__|__testUtils__)\//.test(
    file,
  );
}

/**
 * The part of the configuration that a build depends on: it decides which
 * plugins are discovered.
 *
 * @param {string} config text of app-config.yaml
 */
export function appSection(config) {
  return /^app:.*(?:\r?\n(?:[ \t#].*)?)*/m.exec(config)?.[0].trimEnd() ?? '';
}
