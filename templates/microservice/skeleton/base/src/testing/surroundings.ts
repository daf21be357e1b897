import { createServer, type AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import type { Surroundings } from '../part.ts';

/** What a part is given, with a log that nobody reads. */
export const surroundings = (env: NodeJS.ProcessEnv = {}): Surroundings => ({
  env,
  log: fastify().log,
  metrics: new Registry(),
});

/** A port on this machine on which nobody answers. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return String(port);
}
