/** A portal in a process of its own, which can be killed. It starts when it is told to, and says its port then. */
import { appendFileSync } from 'node:fs';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startPortal } from '../startPortal';
import { openDatabases } from './openDatabases';
import type { PortalOrder } from './order';

const auditorIn = (file: string) =>
  createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => ({
      createEvent: async ({ eventId }) => ({
        success: async () => appendFileSync(file, `${eventId}\n`),
        fail: async () => {},
      }),
    }),
  });

async function start({ gitHub, services, folder, record }: PortalOrder) {
  const { port } = await startPortal({
    gitHub,
    services,
    url: 'http://127.0.0.1:1',
    databases: openDatabases(folder),
    merges: { webhook: false },
    features: [auditorIn(record)],
  });
  process.send!({ port });
  process.send!('started');
}

process.on('message', order => {
  start(order as PortalOrder).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
});
// A portal does not outlive its test.
process.on('disconnect', () => process.exit(0));
process.send!('loaded');
