/**
 * A replica of the portal in a process of its own, which can be killed and paused. It starts when it is told to, and
 * stops each rollback at the boundary that is named for its service, until a message says to go on.
 */
import { appendFileSync } from 'node:fs';
import { createBackend } from '@backstage/backend-defaults';
import {
  type AuditorService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
// As in startPortal: they are asked over HTTP and events alone.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { kubernetesPlugin } from '@sphera/plugin-kubernetes-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { locksPlugin } from '@sphera/plugin-locks-backend';
import { PIPELINE, serviceOf } from '../../../__testUtils__/people';
import { portalConfig } from '../../../__testUtils__/settings';
import { surroundings } from '../../../__testUtils__/surroundings';
import type { KeptRollback } from '../../KeptRollback';
import { createRollbackPlugin } from '../../../plugin';
import {
  CRASH_SETTINGS,
  PIPELINE_TOKEN,
  type ReplicaMessage,
  type ReplicaOrder,
  type ToReplica,
} from './order';

const tell = (message: ReplicaMessage) => process.send!(message);

let stopsAt: Record<string, string> = {};
const stopped = new Set<string>();
let goOn = () => {};
const goesOn = new Promise<void>(resolve => {
  goOn = resolve;
});

async function atBoundary(boundary: string, { service }: KeptRollback) {
  const [, short] = service.split('/');
  tell({ boundary });
  if (stopsAt[short] !== boundary || stopped.has(short)) return;
  stopped.add(short);
  tell({ stopped: short });
  await goesOn;
}

const auditIn = (file: string): AuditorService => ({
  async createEvent({ meta }) {
    const { operation, input } = (meta as any).sphera;
    const write = async (outcome: string) =>
      appendFileSync(
        file,
        `${JSON.stringify({ operation, id: input?.id, outcome })}\n`,
      );
    await write('initiated');
    return { success: () => write('succeeded'), fail: () => write('failed') };
  },
});

function configOf(order: ReplicaOrder) {
  const { sphera, ...config } = portalConfig(order, CRASH_SETTINGS) as any;
  return new ConfigReader({
    ...config,
    backend: {
      logger: { level: 'warn' },
      baseUrl: order.address,
      listen: { host: '127.0.0.1', port: new URL(order.address).port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: order.databases },
      },
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
      ...sphera,
      policy: {
        callers: [
          {
            subject: PIPELINE,
            operations: ['rollback', 'locks', 'kubernetes'].map(
              plugin => `sphera-${plugin}:*`,
            ),
          },
        ],
      },
    },
  });
}

async function start(order: ReplicaOrder): Promise<void> {
  const config = configOf(order);
  const audit = auditIn(order.auditFile);
  const backend = createBackend();
  const features = [
    createRollbackPlugin({ atBoundary }),
    locksPlugin,
    kubernetesPlugin,
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => audit,
    }),
    ...surroundings(
      { signals: [], notifications: [] },
      order.services.map(name => serviceOf(name)),
    ),
  ];
  for (const feature of features) backend.add(feature);
  await backend.start();
  tell({ is: 'started' });
}

process.on('message', ({ order, stopsAt: stops, goes }: ToReplica) => {
  if (stops) stopsAt = stops;
  if (goes) goOn();
  if (!order) return;
  start(order).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
});
// A replica does not outlive its test.
process.on('disconnect', () => process.exit(0));
tell({ is: 'loaded' });
