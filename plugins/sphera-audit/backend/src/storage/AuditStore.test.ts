import { TestDatabases } from '@backstage/backend-test-utils';
import { verifyChain } from '../chain/verifyChain';
import { ownRecord } from '../ownRecord';
import { PRUNE_OPERATION } from '../chain/ChainWalk';
import { action, record } from '../__testUtils__/records';
import {
  all,
  freshDatabase,
  openStore,
  STORE_DATABASES,
} from '../__testUtils__/stores';
import type { AuditStore } from './AuditStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: STORE_DATABASES });
const KEY = 'a-key-of-a-test-that-is-long-enough-0001';
const OTHER_KEY = 'a-key-of-a-test-that-is-long-enough-0002';

const prune = (store: AuditStore, olderThan: string) =>
  store.prune(olderThan, ({ seq, hash }, records) =>
    ownRecord(
      {
        operation: PRUNE_OPERATION,
        reason: 'test',
        details: { upTo: seq, hash, records },
      },
      { now: new Date('2026-11-24T13:00:00Z'), newId: () => 'pruning' },
    ),
  );

describe.each(databases.eachSupportedId())('AuditStore on %s', id => {
  const opened = async (keys?: { key?: string; oldKeys?: string[] }) => {
    const knex = await freshDatabase(databases, id);
    return { knex, ...(await openStore(knex, keys)) };
  };

  it('gives records their places in the order in which they come', async () => {
    const { store, reader } = await opened();
    await store.append([record({ reason: 'a' }), record({ reason: 'b' })]);
    await store.append([record({ reason: 'c' })]);
    const records = await all(reader.every({}));
    expect(records.map(r => [r.seq, r.reason])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(records[2].previousHash).toBe(records[1].hash);
  });

  it('hands back every field as it was given', async () => {
    const { store, reader } = await opened();
    const given = record({
      region: 'eu-central-1',
      cluster: 'production-eu',
      reason: 'Ünï – 🚀 "quoted" \'and\' trailing space ',
      error: 'InputError: no',
      details: '{"input":{"a":[1,2.5,null,"ß"]}}',
    });
    await store.append([given]);
    const [stored] = await all(reader.every({}));
    expect(stored).toMatchObject(given);
  });

  it('shows one line per action: its outcome, or its start while there is none', async () => {
    const { store, reader } = await opened();
    const [begun] = action({ reason: 'still going' });
    await store.append([...action({ reason: 'done at once' }), begun]);
    const [start, outcome] = action({ reason: 'done later' });
    await store.append([start]);
    await store.append([outcome]);
    const { records, total } = await reader.page({}, { limit: 10 });
    expect(records.map(r => [r.reason, r.outcome])).toEqual([
      ['done later', 'succeeded'],
      ['still going', 'initiated'],
      ['done at once', 'succeeded'],
    ]);
    expect(total).toBe(3);
    expect(
      (await reader.page({ outcome: 'initiated' }, { limit: 10 })).records,
    ).toHaveLength(1);
  });

  it('shows every record of one action by its correlation', async () => {
    const { store, reader } = await opened();
    const [start, outcome] = action();
    await store.append([start, record(), outcome]);
    const { records } = await reader.page(
      { correlation: start.correlation },
      { limit: 10 },
    );
    expect(records.map(r => r.outcome)).toEqual(['succeeded', 'initiated']);
  });

  it('turns pages by place, however many records come in between', async () => {
    const { store, reader } = await opened();
    const numbered = (n: number) => record({ reason: `number ${n}` });
    await store.append([1, 2, 3, 4, 5].map(numbered));
    const first = await reader.page({}, { limit: 2 });
    await store.append([numbered(6)]);
    const second = await reader.page(
      {},
      { limit: 2, before: first.records[1].seq },
    );
    expect(second.records.map(r => r.reason)).toEqual(['number 3', 'number 2']);
    expect(second.more).toBe(true);
    const last = await reader.page({}, { limit: 2, before: 2 });
    expect(last).toMatchObject({ more: false, total: 6 });
  });

  it.each([
    ['actor', { actor: 'user:default/omar' }],
    ['service', { service: 'component:default/quotes' }],
    ['environment', { environment: 'staging' }],
    ['operation', { operation: 'sphera-locks:unlock' }],
    ['plugin', { plugin: 'catalog' }],
    ['outcome', { outcome: 'refused' as const }],
    ['region', { region: 'us-east-1' }],
    ['cluster', { cluster: 'staging-us' }],
  ])('finds records by %s', async (_, fields) => {
    const { store, reader } = await opened();
    await store.append([record(), record(fields), record()]);
    const { records, total } = await reader.page(fields, { limit: 10 });
    expect(records.map(r => r.seq)).toEqual([2]);
    expect(total).toBe(1);
  });

  it('finds records from one moment on and before another', async () => {
    const { store, reader } = await opened();
    const at = (occurredAt: string) => record({ occurredAt });
    await store.append([
      at('2026-11-24T11:59:59.999Z'),
      at('2026-11-24T12:00:00.000Z'),
      at('2026-11-24T13:00:00.000Z'),
    ]);
    const { records } = await reader.page(
      { from: '2026-11-24T12:00:00.000Z', to: '2026-11-24T13:00:00.000Z' },
      { limit: 10 },
    );
    expect(records.map(r => r.seq)).toEqual([2]);
  });

  it('finds words in reasons and errors, and takes wildcards for what they are', async () => {
    const { store, reader } = await opened();
    await store.append([
      record({ reason: 'Incident 4711' }),
      record({ reason: '100% of traffic', error: 'NotAllowedError: Nope' }),
    ]);
    const found = async (text: string) =>
      (await reader.page({ text }, { limit: 10 })).records.map(r => r.seq);
    expect(await found('incident')).toEqual([1]);
    expect(await found('100%')).toEqual([2]);
    expect(await found('1%0')).toEqual([]);
    expect(await found('notallowed')).toEqual([2]);
  });

  it('tells names apart that differ only in case', async () => {
    const { store, reader } = await opened();
    await store.append([record({ actor: 'CI' }), record({ actor: 'ci' })]);
    expect((await reader.page({ actor: 'ci' }, { limit: 10 })).total).toBe(1);
  });

  it('lets no text of a database error out, to callers or to the log', async () => {
    const { store, knex, logger } = await opened();
    await knex.schema.dropTable('audit_events');
    const secret = 'VALUE-THAT-NOBODY-MAY-SEE';
    const error = await store
      .append([record({ reason: secret })])
      .catch(e => e);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(JSON.stringify([error, error.message, error.stack])).not.toMatch(
      /insert|audit_events|NOBODY/,
    );
    expect(logger.error).toHaveBeenCalledTimes(1);
    const logged = JSON.stringify((logger.error as jest.Mock).mock.calls);
    expect(logged).not.toMatch(/insert|NOBODY/);
    expect(error.message).toContain(/error ([0-9a-f-]{36})/.exec(logged)![1]);
  });

  describe('with retention', () => {
    const old = '2026-01-01T00:00:00.000Z';
    const horizon = '2026-06-01T00:00:00.000Z';

    it('takes old records away and keeps the rest verifiable', async () => {
      const { store, reader, sealer, knex } = await opened();
      await store.append([
        ...action({ occurredAt: old }),
        record({ occurredAt: old }),
        record({ reason: 'kept' }),
      ]);
      expect(await prune(store, horizon)).toBe(3);
      expect(await knex('audit_events').pluck('seq')).toEqual([4, 5]);
      expect(await verifyChain(reader, sealer)).toMatchObject({
        ok: true,
        checked: 2,
        first: 4,
        last: 5,
      });
      const { records } = await reader.page({}, { limit: 10 });
      expect(records.map(r => r.operation)).toEqual([
        PRUNE_OPERATION,
        'sphera-locks:lock',
      ]);
    });

    it('prunes again later, and everything if everything is old', async () => {
      const { store, reader, sealer } = await opened();
      await store.append([record({ occurredAt: old })]);
      expect(await prune(store, horizon)).toBe(1);
      await store.append([record()]);
      expect(await prune(store, '2030-01-01T00:00:00.000Z')).toBe(2);
      expect(await verifyChain(reader, sealer)).toMatchObject({
        ok: true,
        checked: 1,
      });
    });

    it('does nothing where nothing is old', async () => {
      const { store, reader } = await opened();
      await store.append([record()]);
      expect(await prune(store, horizon)).toBe(0);
      expect((await reader.head())?.seq).toBe(1);
    });

    it('shows no record behind the beginning, and goes on with one that it did not finish', async () => {
      const { store, reader, sealer, knex } = await opened();
      await store.append([record({ occurredAt: old }), record()]);
      const [unfinished] = await knex('audit_events').where({ seq: 1 });
      await prune(store, horizon);
      await knex('audit_events').insert(unfinished);
      expect((await reader.page({}, { limit: 10 })).total).toBe(2);
      expect((await verifyChain(reader, sealer)).ok).toBe(true);
      await prune(store, horizon);
      expect(await knex('audit_events').pluck('seq')).toEqual([2, 3]);
    });
  });

  describe('with a key', () => {
    it('seals what comes after with it, and still vouches for what came before', async () => {
      const { store, knex } = await opened();
      await store.append([record()]);
      const keyed = await openStore(knex, { key: KEY });
      await keyed.store.append([record()]);
      expect(await verifyChain(keyed.reader, keyed.sealer)).toMatchObject({
        ok: true,
        checked: 3,
        keyed: true,
      });
    });

    it('goes on when the key is changed, as long as the old one is at hand', async () => {
      const { store, knex } = await opened({ key: KEY });
      await store.append([record()]);
      const changed = await openStore(knex, { key: OTHER_KEY, oldKeys: [KEY] });
      await changed.store.append([record()]);
      expect((await verifyChain(changed.reader, changed.sealer)).ok).toBe(true);
      const forgetful = await openStore(knex, { key: OTHER_KEY });
      expect(
        await verifyChain(forgetful.reader, forgetful.sealer),
      ).toMatchObject({
        ok: false,
        firstBad: { seq: 1, problem: 'sealed-otherwise' },
      });
    });

    it('refuses to go on without a key once there was one', async () => {
      const { knex } = await opened({ key: KEY });
      await expect(openStore(knex)).rejects.toThrow(
        'sphera.audit.key is missing',
      );
    });
  });
});
