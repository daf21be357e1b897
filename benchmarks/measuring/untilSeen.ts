import { setTimeout as sleep } from 'node:timers/promises';
import type { Portal } from './Portal';

const PATIENCE_MS = 120_000;
const LIST = '/api/sphera-kubernetes/v1/list-service-deployments?limit=1';
const CLUSTERS = '/api/sphera-kubernetes/v1/list-clusters';

/**
 * Waits until the portal sees so many services, and every cluster live.
 * @returns milliseconds that it took
 */
export async function untilSeen(
  portal: Portal,
  services: number,
): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const clusters = await ask(portal, CLUSTERS);
    const isLive = ({ state }: { state: string }) => state === 'live';
    // Asking for more before would itself hold up what is waited for.
    const list = clusters.items?.every(isLive) && (await ask(portal, LIST));
    if (list?.totalItems === services) return performance.now() - begin;
    if (performance.now() - begin > PATIENCE_MS) {
      throw new Error(
        `The portal does not see ${services} services: ${JSON.stringify([
          list,
          clusters,
        ])}`,
      );
    }
    await sleep(50);
  }
}

async function ask({ address, headers }: Portal, path: string) {
  const response = await fetch(`${address}${path}`, { headers });
  return response.json();
}
