import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root, shown, toolchainFolder } from './places.mjs';
import { registryFailure } from './registryFailure.mjs';
import { duration, note, step, Stop } from './say.mjs';
import { hashOf, sourceFiles } from './sources.mjs';
import { stamp } from './stamp.mjs';
import { workspaceManifests } from './workspaces.mjs';

/**
 * Installs the dependencies with Yarn, unless nothing that decides on them has
 * changed since the last time.
 *
 * @param {{ node: string, yarn: string, env: NodeJS.ProcessEnv }} toolchain
 * @throws Stop if Yarn fails
 */
export async function readyDependencies({ node, yarn, env }) {
  const installed = stamp('dependencies');
  const complete = existsSync(join(root, 'node_modules', '.yarn-state.yml'));
  if (complete && (await installed.matches(await wanted()))) return;

  const usually = complete ? 'half a minute' : 'about two minutes';
  step(`Installing dependencies (${usually})`);
  const begin = Date.now();
  const log = join(toolchainFolder, 'yarn-install.log');
  if ((await run(node, [yarn, 'install'], { env, log })) !== 0) {
    const output = await readFile(log, 'utf8');
    throw new Stop(
      `${await registryFailure(
        'The dependencies',
        output,
      )} (everything that Yarn says: ${shown(log)})`,
    );
  }
  note(`done in ${duration(Date.now() - begin)}`);
  // Asked again, since Yarn may have completed yarn.lock.
  await installed.set(await wanted());
}

async function wanted() {
  const settings = [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    '.yarn/patches',
  ];
  return hashOf([
    ...(await sourceFiles(settings)),
    ...(await workspaceManifests()),
  ]);
}
