import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';

/** An address of this machine that nobody listens on, like http://127.0.0.1:40123. */
export async function freeAddress(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return `http://127.0.0.1:${port}`;
}
