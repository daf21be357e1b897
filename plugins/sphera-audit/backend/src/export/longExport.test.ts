import { get, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { record } from '../__testUtils__/records';
import { startPortal } from '../__testUtils__/portal';
import { createSealer } from '../chain/Sealer';
import { AuditStore } from '../storage/AuditStore';

jest.setTimeout(300_000);

const COUNT = 100_000;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Memory in use, in megabytes, counting neither garbage nor what is mapped. */
function memory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

async function fill(knex: Knex) {
  const store = new AuditStore(
    knex,
    createSealer(),
    mockServices.logger.mock(),
  );
  const group = Array.from({ length: 400 }, () =>
    record({ details: JSON.stringify({ input: { text: 'x'.repeat(300) } }) }),
  );
  for (let n = 0; n < COUNT; n += group.length) await store.append(group);
}

async function startExport(port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(
      {
        port,
        path: '/api/sphera-audit/v1/export-events?format=jsonl&actor=user:default/dana',
        headers: {
          authorization: mockCredentials.user.header('user:default/omar'),
        },
      },
      resolve,
    ).on('error', reject);
  });
}

/** Waits until what is counted stands still; how much it is then. */
async function still(count: () => number): Promise<number> {
  let before: number;
  do {
    before = count();
    await pause(1_000);
  } while (before === 0 || before !== count());
  return before;
}

describe('an export of a hundred thousand records', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let port: number;

  beforeAll(async () => {
    portal = await startPortal();
    await fill(portal.knex);
    port = (portal.server.address() as AddressInfo).port;
  });

  it('arrives whole, and does not fill memory', async () => {
    const before = memory();
    let peak = before;
    let bytes = 0;
    let lines = 0;
    let pieces = 0;
    for await (const piece of await startExport(port)) {
      bytes += piece.length;
      for (const byte of piece) if (byte === 10) lines += 1;
      pieces += 1;
      if (pieces % 100 === 0) peak = Math.max(peak, memory());
    }
    expect(lines).toBe(COUNT);
    expect(bytes).toBeGreaterThan(80 * MEGABYTE);
    expect(peak - before).toBeLessThan(30);
  });

  it('waits for a slow reader, and stops when the reader goes away', async () => {
    let queries = 0;
    portal.knex.on('query', ({ sql }) => {
      if (/from `audit_events` .*`seq` <= /.test(sql)) queries += 1;
    });
    const response = await startExport(port);
    response.pause();
    const whileWaiting = await still(() => queries);
    expect(whileWaiting).toBeLessThan(20);
    response.destroy();
    await eventually(async () => {
      const events = portal.knex('audit_events');
      expect(await events.orderBy('seq', 'desc').first()).toMatchObject({
        operation: 'sphera-audit:export-events',
        outcome: 'failed',
      });
    });
    expect(queries).toBeLessThanOrEqual(whileWaiting + 1);
  });
});
