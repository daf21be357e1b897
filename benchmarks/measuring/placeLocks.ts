import type { Portal } from './Portal';
import { nameOf, SERVICES } from './services';

/** How many services are locked: every fifth. */
export const LOCKS = SERVICES / 5;

/** Locks every fifth service in production for a day. */
export async function placeLocks({ address, headers }: Portal): Promise<void> {
  for (let n = 0; n < LOCKS; n++) {
    const response = await fetch(`${address}/api/sphera-locks/v1/lock`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        service: nameOf((n * SERVICES) / LOCKS),
        environment: 'production',
        reason: `benchmark ${n}`,
        expiresIn: 'P1D',
      }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}
