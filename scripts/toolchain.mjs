import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { ask } from './children.mjs';
import { npmSettings } from './npmSettings.mjs';
import { packagesFolder } from './places.mjs';
import { registryFailure } from './registryFailure.mjs';
import { step, Stop } from './say.mjs';
import { nodePackages, yarnPackage } from './toolchainPackages.mjs';

/**
 * Backstage runs on Node.js 22 and 24; 22.12 is the oldest 22 that its test
 * environment (jsdom) accepts.
 *
 * @param {string} version such as "22.12.0"
 */
export function runsBackstage(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

/**
 * Finds the Node.js and the Yarn that everything else runs with, and fetches
 * what is missing, so that the machine's own stay as they are.
 *
 * @returns {Promise<{ node: string, yarn: string, env: NodeJS.ProcessEnv }>}
 *   paths of the two programs, and the environment for their children
 * @throws Stop if something is missing and cannot be fetched
 */
export async function readyToolchain() {
  const fetched = runsBackstage(process.versions.node)
    ? undefined
    : await fetchNode();
  const node = fetched?.node ?? process.execPath;
  const yarn = join(await fetchPackage(yarnPackage), 'bin', 'yarn.js');
  return {
    node,
    yarn,
    env: {
      ...process.env,
      ...(fetched && { npm_config_nodedir: fetched.folder }),
      ...(await npmSettings()),
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      YARN_IGNORE_PATH: '1',
      YARN_ENABLE_TELEMETRY: '0',
    },
  };
}

async function fetchNode() {
  const platform = `${process.platform}-${process.arch}`;
  const wanted = nodePackages[platform];
  if (!wanted) {
    throw new Stop(
      `Backstage needs Node.js 22 or 24, this one is ${process.versions.node}, and there is none to fetch for ${platform}: install Node.js 24 and try again.`,
    );
  }
  const folder = await fetchPackage(
    wanted,
    ` (this one is ${process.versions.node}; Backstage needs 22 or 24)`,
  );
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return { folder, node: join(folder, 'bin', program) };
}

async function fetchPackage({ title, name, version, integrity }, why = '') {
  const home = join(packagesFolder, `${name.replace('/', '-')}-${version}`);
  const folder = join(home, 'node_modules', name);
  if (existsSync(home)) return folder;

  step(`Fetching ${title} ${version}${why}`);
  const unfinished = `${home}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    // A lock file makes npm itself refuse a package of other content.
    await writeFile(
      join(unfinished, 'package.json'),
      JSON.stringify({ dependencies: { [name]: version } }),
    );
    await writeFile(
      join(unfinished, 'package-lock.json'),
      JSON.stringify({
        lockfileVersion: 3,
        packages: {
          '': { dependencies: { [name]: version } },
          [`node_modules/${name}`]: { version, integrity },
        },
      }),
    );
    await npmCi(unfinished, `${title} ${version}`);
    await rename(unfinished, home).catch(error => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function npmCi(folder, what) {
  const options =
    '--loglevel=error --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-retry-mintimeout=1000';
  const { status, output } = await ask(
    'npm',
    ['ci', '--prefix', folder, ...options.split(' ')],
    { cwd: folder },
  ).catch(error => {
    if (error.code !== 'ENOENT') throw error;
    throw new Stop('npm is missing: install Node.js 20 or newer with its npm.');
  });
  if (status !== 0) throw new Stop(await registryFailure(what, output));
}
