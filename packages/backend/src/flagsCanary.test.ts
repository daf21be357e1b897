import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import auditPlugin, {
  persistingAuditorFactory,
} from '@sphera/plugin-audit-backend';
import { listEvents } from '@sphera/plugin-audit-common';
import flagsPlugin from '@sphera/plugin-flags-backend';
import {
  createFlag,
  getFlag,
  getMessaging,
  killFlag,
  listChanges,
  listFlags,
  setFlag,
} from '@sphera/plugin-flags-common';
import { createSigningKeys, HttpLog, TOPICS } from '@sphera/plugin-flags-node';
import type { Operation, RequestOf } from '@sphera/plugin-operations-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { people } from './__testUtils__/company';
import { plainCanary } from './__testUtils__/canary/canaries';
import { findTraces } from './__testUtils__/canary/findTraces';
import {
  startWatchedPortal,
  WatchedPortal,
} from './__testUtils__/canary/startWatchedPortal';
import { startFlags } from './__testUtils__/startFlags';

jest.setTimeout(120_000);

const reason = 'to see what is written down';
const password = plainCanary();
const signing = createSigningKeys();
const { privateKey: tlsKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
/** What is secret of a key: its lines but the first and the last, and of them not what all keys begin with. */
const bodyOf = (pem: string) => pem.split('\n').slice(1, -2).join('').slice(24);
const secrets = [password, bodyOf(signing.privateKey), bodyOf(tlsKey)];

const fleet = {
  environments: [{ name: 'staging' }, { name: 'production' }],
  regions: [{ name: 'eu' }],
  clusters: [
    {
      name: 'production-eu',
      environment: 'production',
      region: 'eu',
      remote: true,
    },
  ],
};

/** A portal whose flags travel in a way, of which everything that it writes is seen. */
async function startWatched(flags: object): Promise<{
  portal: WatchedPortal;
  ask<T extends Operation>(operation: T, input: RequestOf<T>): Promise<any>;
}> {
  const portal = await startWatchedPortal({
    features: [persistingAuditorFactory, auditPlugin, flagsPlugin],
    config: {},
    sphera: { fleet, flags },
    actionsOf: ['sphera-flags'],
  });
  const samuel = await portal.signIn(people.samuel);
  return {
    portal,
    async ask(operation, input) {
      const response = await portal.ask(operation, input, samuel);
      const text = await response.text();
      portal.traces.note(`answer: ${operation.id}`, [response.status, text]);
      return JSON.parse(text);
    },
  };
}

type Watched = Awaited<ReturnType<typeof startWatched>>;

async function useFlags({ ask }: Watched, flag: string) {
  const created = await ask(createFlag, {
    flag,
    service: 'payments',
    type: 'boolean',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    reason,
  });
  expect(created.changes).toHaveLength(1);
  await ask(setFlag, { flag, percentages: { on: 25, off: 75 }, reason });
  await ask(setFlag, { flag, defaultVariant: 'no-such-variant', reason });
  await ask(killFlag, { flag, reason });
}

async function lookAround({ portal, ask }: Watched, flag: string) {
  await ask(listFlags, {});
  await ask(getFlag, { flag });
  await ask(listChanges, { flag });
  await ask(listEvents, { limit: 200 });
  await portal.noteDatabase();
}

async function everyCommand(log: HttpLog) {
  const partitions = await log.partitions(TOPICS.commands);
  const read = await Promise.all(
    Array.from({ length: partitions }, (_, partition) =>
      log.read(TOPICS.commands, partition, 0n, 500),
    ),
  );
  return read.flatMap(({ records }) => records);
}

describe('the passwords and keys of flags', () => {
  let broker: Server;
  let reached = 0;

  beforeAll(async () => {
    // Somebody listens there, and hangs up.
    broker = createServer(socket => {
      reached += 1;
      socket.destroy();
    });
    await new Promise<void>(resolve =>
      broker.listen(0, '127.0.0.1', () => resolve()),
    );
  });
  afterAll(() => new Promise(resolve => broker.close(resolve)));

  it.each([
    ['Kafka hangs up', true],
    ['the certificate is none', { cert: tlsKey, key: tlsKey }],
  ])('are written nowhere while %s', async (_what, tls) => {
    const { port } = broker.address() as AddressInfo;
    const watched = await startWatched({
      transport: {
        kafka: {
          brokers: [`127.0.0.1:${port}`],
          tls,
          sasl: { mechanism: 'plain', username: 'sphera', password },
        },
      },
      signing: { key: 'portal-1', privateKey: signing.privateKey },
    });
    try {
      await useFlags(watched, 'payments.while-away');
      await eventually(async () =>
        expect(await watched.ask(getMessaging, {})).toMatchObject({
          state: 'away',
          queued: 3,
        }),
      );
      await lookAround(watched, 'payments.while-away');
      expect(findTraces(secrets, watched.portal.traces.all)).toEqual([]);
    } finally {
      await watched.portal.stop();
    }
  });

  it('are written nowhere while wishes are signed and sent', async () => {
    const flags = await startFlags();
    const watched = await startWatched({
      ...flags.settings,
      signing: { key: 'portal-1', privateKey: signing.privateKey },
    });
    const { url } = flags;
    try {
      await useFlags(watched, 'payments.while-sent');
      const commands = await eventually(async () => {
        const sent = await everyCommand(new HttpLog({ url }));
        // Each has one signature.
        expect(sent.flatMap(one => Object.keys(one.headers))).toHaveLength(3);
        return sent;
      });
      for (const { value, headers } of commands) {
        watched.portal.traces.note('command', [value, headers]);
      }
      await lookAround(watched, 'payments.while-sent');
      expect(findTraces(secrets, watched.portal.traces.all)).toEqual([]);
    } finally {
      await watched.portal.stop();
      await flags.stop();
    }
  });

  it('would be found there', () => {
    expect(reached).toBeGreaterThan(0);
    const what = Buffer.from(`sasl failed for sphera/${password}`);
    expect(findTraces(secrets, [{ where: 'log', what }])).toHaveLength(1);
  });
});
