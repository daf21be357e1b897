/**
 * Claim: asking the gate costs little more than asking nothing. It answers at
 * least 0.7 times as many requests a second as an authenticated route of the same
 * backend that returns a constant, with 1,000 services, every fifth of them locked.
 *
 * Both are asked in turns, over HTTP, with a pipeline's token. Each round gives a
 * ratio, since the two halves of a round see the machine equally busy; their median counts.
 */
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import autocannon from 'autocannon';
import Router from 'express-promise-router';
import { locksPlugin } from '../plugins/sphera-locks/backend/src';

const BAR = 0.7;
const ROUNDS = 25;
const SECONDS = 1;
const CONNECTIONS = 10;
const SERVICES = 1_000;
const LOCKS = 200;
const TOKEN = 'benchmark-pipeline-4fKq9ZtWm2Xc7LvRb1Ns';

const nameOf = (service: number) => `service-${service}`;

const configFor = (address: string) =>
  new ConfigReader({
    app: { baseUrl: address },
    backend: {
      // A line for each request would be most of what is measured.
      logger: { level: 'error' },
      baseUrl: address,
      listen: { host: '127.0.0.1', port: new URL(address).port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { subject: 'ci-pipeline', token: TOKEN } },
        ],
      },
    },
    permission: { enabled: true },
    sphera: {
      fleet: { environments: [{ name: 'staging' }, { name: 'production' }] },
      policy: {
        callers: [
          { subject: 'ci-pipeline', operations: ['sphera-locks:lock'] },
        ],
      },
    },
  });

const constant = createBackendPlugin({
  pluginId: 'constant',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        const router = Router();
        router.get('/v1/constant', async (_request, response) => {
          response.json({ allowed: true, locks: [] });
        });
        http.use(router);
      },
    });
  },
});

/** An address of this machine that nobody listens on. */
async function freeAddress() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return `http://127.0.0.1:${port}`;
}

async function startBackend(address: string) {
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => configFor(address),
    }),
  );
  backend.add(
    catalogServiceMock.factory({
      entities: Array.from({ length: SERVICES }, (_, n) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: nameOf(n), namespace: 'default' },
        spec: {
          type: 'microservice',
          owner: 'platform',
          lifecycle: 'production',
        },
      })),
    }),
  );
  backend.add(locksPlugin);
  backend.add(constant);
  await backend.start();
  return backend;
}

async function placeLocks(address: string) {
  for (let n = 0; n < LOCKS; n++) {
    const response = await fetch(`${address}/api/sphera-locks/v1/lock`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
      },
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

/** Requests a second, answered with 200, of paths asked one after another. */
async function measure(address: string, paths: string[]) {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    workers: 1,
    headers: { authorization: `Bearer ${TOKEN}` },
    requests: paths.map(path => ({ method: 'GET' as const, path })),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx + result.errors} requests failed`);
  }
  return result.requests.total / SECONDS;
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function main() {
  const address = await freeAddress();
  const backend = await startBackend(address);
  await placeLocks(address);
  const constantPaths = ['/api/constant/v1/constant'];
  const gatePaths = Array.from(
    { length: 50 },
    (_, n) =>
      `/api/sphera-locks/v1/gate?service=${nameOf(n)}&environment=production`,
  );
  for (const paths of [constantPaths, gatePaths]) await measure(address, paths);

  const rounds: Array<{ constant: number; gate: number }> = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      constant: await measure(address, constantPaths),
      gate: await measure(address, gatePaths),
    });
  }
  await backend.stop();

  const ratio = median(rounds.map(({ constant, gate }) => gate / constant));
  const holds = ratio >= BAR;
  const result = {
    bench: 'gate',
    constantPerSecond: Math.round(median(rounds.map(round => round.constant))),
    gatePerSecond: Math.round(median(rounds.map(round => round.gate))),
    ratio: Number(ratio.toFixed(3)),
    bar: BAR,
    holds,
  };
  console.log(JSON.stringify(result));
  process.exit(holds ? 0 : 1);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
