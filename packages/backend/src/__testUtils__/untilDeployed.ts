import { setTimeout as sleep } from 'node:timers/promises';
import type { WholePortal } from './startWholePortal';

/** Waits until a service runs in two clusters; the environments. */
export async function untilDeployed(
  portal: WholePortal,
  service: string,
): Promise<string[]> {
  for (;;) {
    const { items } = await portal.ask('list-deployments', { service });
    if (items.length >= 2) {
      return items.map(({ environment }: any) => environment);
    }
    await sleep(200);
  }
}
