/** A replica of the portal in a process of its own, which can be killed. It starts when it is told to. */
import { createBackend } from '@backstage/backend-defaults';
import {
  type AuditorService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import knex from 'knex';
import { createFlagsPlugin } from '../../plugin';
import { PIPELINE } from '../people';
import { FLEET } from '../settings';
import { nobodyTold, surroundings } from '../surroundings';
import { PIPELINE_TOKEN, type ReplicaOrder } from './order';

const configOf = ({ address, settings }: ReplicaOrder) =>
  new ConfigReader({
    app: { baseUrl: 'https://portal.example' },
    backend: {
      logger: { level: 'warn' },
      baseUrl: address,
      listen: { host: '127.0.0.1', port: new URL(address).port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { subject: PIPELINE, token: PIPELINE_TOKEN },
          },
        ],
      },
    },
    permission: { enabled: true },
    sphera: {
      fleet: FLEET,
      flags: settings,
      policy: {
        callers: [{ subject: PIPELINE, operations: ['sphera-flags:*'] }],
      },
    },
  } as any);

const audit: AuditorService = {
  createEvent: async () => ({ success: async () => {}, fail: async () => {} }),
};

async function start(order: ReplicaOrder): Promise<void> {
  const config = configOf(order);
  const database = knex(order.database);
  const backend = createBackend();
  const features = [
    createFlagsPlugin(),
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
    createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({ getClient: async () => database }),
    }),
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => audit,
    }),
    ...surroundings(nobodyTold()),
  ];
  for (const feature of features) backend.add(feature);
  await backend.start();
  process.send!('started');
}

process.on('message', order => {
  start(order as ReplicaOrder).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
});
// A replica does not outlive its test.
process.on('disconnect', () => process.exit(0));
process.send!('loaded');
