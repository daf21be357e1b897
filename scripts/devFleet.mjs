import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, goOnUnlessInterrupted, startChild } from './children.mjs';
import { portalFolder, root, shown } from './places.mjs';
import { freePort, isFree } from './ports.mjs';
import { Stop } from './say.mjs';

/** Where app-config.yaml looks for the demo clusters if nobody says otherwise. */
const usualPort = 7008;

/** In milliseconds; it takes about one second. */
const startLimit = 60_000;

/** What the portal's own account may do in a cluster, as it is shipped. */
const role = join(
  root,
  'plugins/sphera-kubernetes/backend/manifests/cluster-role.yaml',
);

/**
 * Starts the clusters and the AWS accounts of the demo company (packages/dev-fleet) and waits until they answer.
 *
 * @param {object} options
 * @param {{ node: string, env: NodeJS.ProcessEnv }} options.toolchain
 * @param {string} [options.folder] where it keeps its log; the laptop portal's own by default
 * @param {number} [options.port] where they answer; the usual port or a free one by default
 * @param {boolean} [options.still] nothing in the clusters changes by itself
 * @returns {Promise<{ url: string, env: Record<string, string>, stop(): Promise<void> }>}
 *   `env`: what the backend has to know of it
 * @throws Stop with the reason if it does not start
 */
export async function startDevFleet({
  toolchain,
  folder = portalFolder,
  port: chosenPort,
  still = false,
}) {
  const isTheLaptops = folder === portalFolder && (await isFree(usualPort));
  const port = chosenPort ?? (isTheLaptops ? usualPort : await freePort());
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, 'dev-fleet.log');
  const env = {
    SPHERA_DEV_FLEET_PORT: String(port),
    // Where the backend's AWS SDK assumes roles, unless whoever starts it has another place in mind.
    AWS_ENDPOINT_URL_STS: process.env.AWS_ENDPOINT_URL_STS || `${url}/sts`,
  };
  const child = startChild(
    toolchain.node,
    [
      '--require',
      join(root, 'scripts/exitWithParent.cjs'),
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      'src/start',
    ],
    {
      cwd: join(root, 'packages/dev-fleet'),
      env: {
        ...toolchain.env,
        ...env,
        NODE_COMPILE_CACHE: join(root, '.toolchain/compile-cache'),
        SPHERA_DEV_FLEET_ROLE: role,
        ...(still && { SPHERA_DEV_FLEET_STILL: 'yes' }),
      },
      log,
      channel: true,
    },
  );
  try {
    await untilReady(`${url}/faults`, child, log);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  return { url, env, stop: () => endChild(child) };
}

async function untilReady(url, child, log) {
  let over = false;
  child.ended.catch(() => {}).finally(() => (over = true));
  const deadline = Date.now() + startLimit;
  while (!(await answers(url))) {
    goOnUnlessInterrupted();
    if (over || Date.now() > deadline) {
      const output = (await readFile(log, 'utf8')).trim();
      throw new Stop(
        `The demo company did not start: ${
          output.split('\n')[0]
        } (their log: ${shown(log)})`,
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
