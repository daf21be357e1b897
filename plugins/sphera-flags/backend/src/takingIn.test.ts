import { TestDatabases } from '@backstage/backend-test-utils';
import {
  reportRecord,
  type SentRecord,
  TOPICS,
} from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { answered } from './__testUtils__/asking';
import { createBoolean, setFlag, statesOf } from './__testUtils__/flagging';
import { expectAnsweredOnce, historyOf } from './__testUtils__/settled';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const CLUSTER = 'production-eu';

let database: Knex;
let portal: FlagsPortal;
beforeAll(async () => {
  database = await databases.init('SQLITE_3');
  portal = await startFlags({ database });
});
afterAll(() => portal?.stop());

const send = (...records: SentRecord[]) =>
  portal.log.append(TOPICS.reports, records);

const inStep = (flag: string) =>
  eventually(async () => {
    const states = Object.values(await statesOf(portal, flag));
    expect(new Set(states)).toEqual(new Set(['in-step']));
  });

/** All reports that there ever were, as they were sent. */
async function allReports(): Promise<SentRecord[]> {
  const found: SentRecord[] = [];
  const partitions = await portal.log.partitions(TOPICS.reports);
  for (let partition = 0; partition < partitions; partition++) {
    const { records } = await portal.log.read(TOPICS.reports, partition, 0n, 0);
    for (const { key, value } of records) {
      found.push({ key: key!, value: value! });
    }
  }
  return found;
}

describe('reports', () => {
  it('that cannot be read are kept aside with the reason, and the rest flows on', async () => {
    await send(
      { key: CLUSTER, value: 'no JSON' },
      { key: CLUSTER, value: `{"version":1,"kind":"${'x'.repeat(5_000)}` },
      { key: CLUSTER, value: '{"version":7,"kind":"heartbeat"}' },
      {
        key: 'production-us',
        value: JSON.stringify({
          version: 1,
          kind: 'heartbeat',
          cluster: CLUSTER,
        }),
      },
    );
    await createBoolean(portal, 'after-poison');
    await inStep('after-poison');
    const { items, totalItems } = await answered(portal.dana, 'list-set-aside');
    expect(totalItems).toBe(4);
    for (const item of items) {
      expect(item).toMatchObject({
        topic: TOPICS.reports,
        at: expect.any(String),
      });
      expect(item.reason).toMatch(/\S/);
      expect(item.text.length).toBeLessThanOrEqual(2_000);
    }
    expect(items.map(({ text }: any) => text)).toContain('no JSON');
  });

  it('that come again change nothing', async () => {
    await createBoolean(portal, 'again');
    await setFlag(portal, 'again');
    await inStep('again');
    await expectAnsweredOnce(portal.dana);
    const before = await historyOf(portal.dana);
    await send(...(await allReports()));
    await createBoolean(portal, 'after-again');
    await inStep('after-again');
    const after = await historyOf(portal.dana);
    expect(after).toEqual(expect.arrayContaining(before));
    await inStep('again');
  });

  it('wait while the database is away, and none is lost', async () => {
    await createBoolean(portal, 'unwritten');
    await inStep('unwritten');
    const cluster = portal.cluster(CLUSTER);
    await database.schema.renameTable('flag_positions', 'away');
    const flags = [
      { flag: 'unwritten', revision: null, fingerprint: 'of somebody else' },
    ];
    await cluster.snapshot(flags);
    await cluster.beat();
    await database.schema.renameTable('away', 'flag_positions');
    portal.clock.leap(20_000);
    await eventually(async () => {
      expect(await statesOf(portal, 'unwritten')).toMatchObject({
        [CLUSTER]: 'changed',
      });
    });
  });

  it('that the database alone cannot hold are kept aside, those beside them are taken', async () => {
    await createBoolean(portal, 'beside');
    await inStep('beside');
    await database.raw(
      `create trigger refuses before update on flag_cells when new.answer_reason = 'unspeakable'
       begin select raise(abort, 'no'); end`,
    );
    const [{ totalItems }, [first]] = await Promise.all([
      answered(portal.dana, 'list-set-aside'),
      database('flag_cells').where({ flag: 'beside', cluster: CLUSTER }),
    ]);
    const said = (sequence: number, reason: string) =>
      reportRecord({
        version: 1,
        kind: 'refusal',
        cluster: CLUSTER,
        instance: 'another-run',
        sequence,
        at: new Date().toISOString(),
        flag: 'beside',
        revision: Number(first.wanted_revision) + sequence,
        reason,
      });
    portal.cluster(CLUSTER).hush(true);
    await setFlag(portal, 'beside');
    await send(said(1, 'unspeakable'), said(1, 'It does not like it'));
    await eventually(async () => {
      const { cells } = await answered(portal.dana, 'get-flag', {
        flag: 'beside',
      });
      expect(cells).toContainEqual(
        expect.objectContaining({
          cluster: CLUSTER,
          state: 'refused',
          sentence: expect.stringContaining('It does not like it'),
        }),
      );
    });
    const aside = await answered(portal.dana, 'list-set-aside');
    expect(aside.totalItems).toBe(totalItems + 1);
    expect(aside.items[0]).toMatchObject({
      reason: 'It can be read, and the database cannot hold what it says',
    });
    await database.raw('drop trigger refuses');
    portal.cluster(CLUSTER).hush(false);
  });

  it('tell open pages of the service, and of nothing else', async () => {
    await createBoolean(portal, 'watched');
    await inStep('watched');
    const told = (service: string) =>
      portal.signals.filter((signal: any) => {
        const isReported = signal.operation === undefined;
        return isReported && signal.service === service;
      }).length;
    const before = told('component:default/quotes');
    await portal.cluster(CLUSTER).snapshot([]);
    await eventually(async () =>
      expect(told('component:default/quotes')).toBeGreaterThan(before),
    );
    expect(told('component:default/tracker')).toBe(0);
  });
});
