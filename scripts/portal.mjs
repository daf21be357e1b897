import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, goOnUnlessInterrupted, startChild } from './children.mjs';
import { startDevFleet } from './devFleet.mjs';
import { portalFolder, root, shown } from './places.mjs';
import { startFailure, startTrouble } from './portalFailure.mjs';
import { Stop } from './say.mjs';

/** In milliseconds; a cold start takes about five seconds. */
const startLimit = 180_000;

/** How long an error may turn out not to matter, in milliseconds. */
const troubleLimit = 5_000;

/**
 * Starts the demo clusters, then the backend from its sources, which also serves
 * the built pages, and waits until both answer. Unlike `backstage-cli package start` it does not
 * start again when a file changes.
 *
 * @param {object} options
 * @param {{ node: string, env: NodeJS.ProcessEnv }} options.toolchain from `setUp({ app: true })`
 * @param {number} options.port
 * @param {string} [options.folder] where it keeps its data and its log; the laptop portal's own by default
 * @param {string[]} [options.configs] configuration files instead of what Backstage finds by itself
 * @param {Record<string, string>} [options.env] more environment for the backend
 * @param {number} [options.clustersPort] where the demo clusters answer; a port of their own choice by default
 * @param {boolean} [options.still] nothing in the demo clusters changes by itself
 * @param {boolean} [options.verbose] its log goes to the terminal instead of a file
 * @returns {Promise<{ url: string, devFleet: string, log?: string, ended: Promise<number>, stop(): Promise<void> }>}
 *   `devFleet`: address of the demo clusters
 * @throws Stop with the reason if it does not start
 */
export async function startPortal({
  toolchain,
  port,
  folder = portalFolder,
  configs = [],
  env = {},
  clustersPort,
  still = false,
  verbose = false,
}) {
  const url = `http://localhost:${port}`;
  const log = verbose ? undefined : join(folder, 'portal.log');
  await mkdir(join(folder, 'data'), { recursive: true });
  const devFleet = await startDevFleet({
    toolchain,
    folder,
    port: clustersPort,
    still,
  });
  const child = startChild(toolchain.node, backendArguments(configs), {
    cwd: join(root, 'packages/backend'),
    env: {
      ...toolchain.env,
      NODE_ENV: 'development',
      NODE_COMPILE_CACHE: join(root, '.toolchain/compile-cache'),
      APP_CONFIG_app_baseUrl: url,
      APP_CONFIG_backend_baseUrl: url,
      APP_CONFIG_backend_listen_port: String(port),
      ...(folder !== portalFolder && keepDataIn(folder, env)),
      ...devFleet.env,
      ...env,
    },
    log,
    channel: true,
  });
  const portal = {
    url,
    devFleet: devFleet.url,
    log,
    ended: child.ended.finally(() => devFleet.stop()),
    stop: async () => {
      await endChild(child);
      await devFleet.stop();
    },
  };
  portal.ended.catch(() => {});
  try {
    await untilReady(portal);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return portal;
}

function backendArguments(configs) {
  return [
    '--enable-source-maps',
    '--require',
    join(root, 'scripts/exitWithParent.cjs'),
    '--require',
    join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
    'src/index',
    ...configs.flatMap(file => ['--config', resolve(root, file)]),
  ];
}

function keepDataIn(folder, env) {
  const elsewhere = Object.keys(env).some(name =>
    name.startsWith('APP_CONFIG_backend_database'),
  );
  return {
    APP_CONFIG_techdocs_publisher_local_publishDirectory: `${folder}/techdocs`,
    ...(!elsewhere && {
      APP_CONFIG_backend_database_connection_directory: `${folder}/data`,
    }),
  };
}

async function untilReady({ url, log, ended }) {
  let over = false;
  ended.catch(() => {}).finally(() => (over = true));
  let deadline = Date.now() + startLimit;
  while (!(await isReady(url))) {
    goOnUnlessInterrupted();
    const output = log ? await readFile(log, 'utf8') : '';
    const trouble = startTrouble(output);
    if (trouble) deadline = Math.min(deadline, Date.now() + troubleLimit);
    if (over || trouble === 'failed' || Date.now() > deadline) {
      throw new Stop(
        log
          ? `The portal did not start: ${startFailure(
              output,
            )} (its log: ${shown(log)})`
          : 'The portal did not start; its log above says why.',
      );
    }
    await sleep(200);
  }
}

async function isReady(url) {
  return (
    (await answers(`${url}/.backstage/health/v1/readiness`)) &&
    (await answers(url))
  );
}

async function answers(url) {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    response => response.ok,
    () => false,
  );
}
