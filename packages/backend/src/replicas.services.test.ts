import { randomBytes } from 'node:crypto';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import auditPlugin, {
  persistingAuditorFactory,
} from '@sphera/plugin-audit-backend';
import { listEvents, verify } from '@sphera/plugin-audit-common';
import locksPlugin from '@sphera/plugin-locks-backend';
import { gate, listLocks, lock, unlock } from '@sphera/plugin-locks-common';
import servicesPlugin from '@sphera/plugin-services-backend';
import { listServices } from '@sphera/plugin-services-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import mysql from 'mysql2/promise';
import { people } from './__testUtils__/company';
import { OpenPage, openPage } from './__testUtils__/openPage';
import { Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const address = process.env.BACKSTAGE_TEST_DATABASE_MYSQL8_CONNECTION_STRING!;
const prefix = `sphera_test_${randomBytes(4).toString('hex')}_`;
const reason = 'two replicas';

// Outside of the suite, so that it runs after the replicas have stopped.
afterAll(async () => {
  // The address names a database that nobody has to have made.
  const server = new URL(address);
  server.pathname = '';
  const connection = await mysql.createConnection(server.href);
  const [rows] = await connection.query(
    'select schema_name as name from information_schema.schemata where schema_name like ?',
    [`${prefix}%`],
  );
  for (const { name } of rows as Array<{ name: string }>) {
    await connection.query(`drop database \`${name}\``);
  }
  await connection.end();
});

describe('two replicas over one MySQL database', () => {
  let replicas: Portal[];
  let tokens: string[];
  let page: OpenPage | undefined;

  beforeAll(async () => {
    const start = () =>
      startPortal({
        backend: {
          database: { client: 'mysql2', connection: address, prefix },
        },
        // Not even asked: on MySQL the bus does not leave the process, so nothing may hang on it.
        events: { useEventBus: 'never' },
        features: [
          databaseServiceFactory,
          eventsServiceFactory,
          persistingAuditorFactory,
          auditPlugin,
          locksPlugin,
          servicesPlugin,
        ],
      });
    // One after the other, as a roll-out does: both migrate the same tables.
    replicas = [await start(), await start()];
    tokens = await Promise.all(
      replicas.map(replica => replica.signIn(people.samuel)),
    );
  });

  // A page that stays open keeps its replica from stopping.
  afterAll(() => page?.close());

  const ask: Portal['ask'] = (operation, input) =>
    replicas[0].ask(operation, input, tokens[0]);
  const askOther: Portal['ask'] = (operation, input) =>
    replicas[1].ask(operation, input, tokens[1]);

  it('show a change on the pages of the other', async () => {
    page = await openPage(replicas[1], tokens[1], 'sphera-locks');
    await ask(lock, { service: 'payments', reason });
    const message = await page.next();
    expect(message).toMatchObject({
      operation: 'lock',
      service: 'component:default/payments',
    });
    const response = await askOther(listLocks, { service: 'payments' });
    expect((await response.json()).items).toMatchObject([{ reason }]);
  });

  it('close the gate of the other, and open it again', async () => {
    const question = {
      service: 'invoices',
      environment: 'production',
      action: 'deploy',
    } as const;
    const isOpen = async () => {
      const response = await askOther(gate, question);
      return (await response.json()).allowed as boolean;
    };
    expect(await isOpen()).toBe(true);
    const placed = await ask(lock, { service: 'invoices', reason });
    await eventually(async () => expect(await isOpen()).toBe(false));
    const { id } = await placed.json();
    await ask(unlock, { id, reason });
    await eventually(async () => expect(await isOpen()).toBe(true));
  });

  it('show a lock in the hub of the other', async () => {
    await ask(lock, { service: 'tracking', reason });
    await eventually(async () => {
      const response = await askOther(listServices, { locked: true });
      const { items } = await response.json();
      expect(items.map((item: any) => item.name)).toContain('tracking');
    });
  });

  it('write one audit log, without gaps, while both act at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? ask : askOther)(lock, {
          service: 'payments',
          reason: `at once ${index}`,
        }),
      ),
    );
    const whole = await ask(verify, {});
    expect(await whole.json()).toMatchObject({ ok: true });
    const response = await askOther(listEvents, {
      text: 'at once',
      limit: 200,
    });
    const { totalItems } = await response.json();
    expect(totalItems).toBe(40);
  });
});
