import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  endChild,
  goOnUnlessInterrupted,
  run,
  startChild,
} from './children.mjs';
import { explainPipFailure } from './motoFailure.mjs';
import { packagesFolder, root, shown, toolchainFolder } from './places.mjs';
import { freePort } from './ports.mjs';
import { readyProgram } from './programs.mjs';
import { duration, note, step, Stop } from './say.mjs';

/** In milliseconds; it takes about two seconds. */
const startLimit = 60_000;

const constraints = join(root, 'scripts/moto-constraints.txt');

/**
 * The stranger's AWS that the secrets are tested on: moto's server. None is started where
 * SPHERA_TEST_MOTO_URL names one, or SPHERA_TEST_AWS_REGIONS asks for AWS itself.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ url?: string, stop(): void | Promise<void> }>}
 * @throws Stop if there is no Python, or moto cannot be installed, or it does not start
 */
export async function readyMoto(env = process.env) {
  const url = env.SPHERA_TEST_MOTO_URL;
  if (url || env.SPHERA_TEST_AWS_REGIONS) return { url, stop() {} };
  const python = await readyEnvironment();
  step('Starting a moto of its own');
  return startMoto(python);
}

/** A virtual environment for moto alone, made anew whenever its constraints change. */
async function readyEnvironment() {
  const text = await readFile(constraints);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const home = join(packagesFolder, `moto-${hash}`);
  if (existsSync(home)) return pythonIn(home);

  const python = await readyProgram({
    names: ['python3', 'python'],
    debianPackages: ['python3', 'python3-venv'],
    what: "Python for moto, which the tests of secrets take for someone else's AWS",
    otherwise:
      'install Python 3.10 or newer, or name a running moto server in SPHERA_TEST_MOTO_URL, as http://127.0.0.1:5000.',
  });
  step('Installing moto (about a minute, once)');
  const begin = Date.now();
  const unfinished = `${home}.${process.pid}`;
  try {
    await makeEnvironment(python, unfinished);
    await installMoto(pythonIn(unfinished));
    await rename(unfinished, home).catch(error => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  note(`done in ${duration(Date.now() - begin)}`);
  return pythonIn(home);
}

async function makeEnvironment(python, folder) {
  const log = join(toolchainFolder, 'moto-install.log');
  if ((await run(python, ['-m', 'venv', folder], { log })) === 0) return;
  const output = await readFile(log, 'utf8');
  throw new Stop(
    `Python cannot make a virtual environment: ${
      output.trim().split('\n').at(-1) || 'no reason was given'
    } (on Debian it takes the package python3-venv; all of it: ${shown(log)})`,
  );
}

async function installMoto(python) {
  const log = join(toolchainFolder, 'moto-install.log');
  const args = ['-m', 'pip', 'install', '--disable-pip-version-check'];
  const what = ['--constraint', constraints, 'moto[server]'];
  if ((await run(python, [...args, ...what], { log })) === 0) return;
  const output = await readFile(log, 'utf8');
  throw new Stop(`${explainPipFailure(output)} (all of it: ${shown(log)})`);
}

function pythonIn(folder) {
  return process.platform === 'win32'
    ? join(folder, 'Scripts', 'python.exe')
    : join(folder, 'bin', 'python');
}

async function startMoto(python) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(toolchainFolder, 'moto.log');
  const args = ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)];
  const child = startChild(python, args, { log });
  try {
    await untilAnswering(`${url}/moto-api/`, child, log);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  return { url, stop: () => endChild(child) };
}

async function untilAnswering(url, child, log) {
  let over = false;
  child.ended.catch(() => {}).finally(() => (over = true));
  const deadline = Date.now() + startLimit;
  while (!(await answers(url))) {
    goOnUnlessInterrupted();
    if (over || Date.now() > deadline) {
      const lines = (await readFile(log, 'utf8')).trim().split('\n');
      throw new Stop(
        `moto does not start: ${lines.at(-1)} (its log: ${shown(log)})`,
      );
    }
    await sleep(100);
  }
}

async function answers(url) {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    response => response.ok,
    () => false,
  );
}
