import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Seen } from '@sphera/plugin-lifecycle-node';
import { StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { FactStore, type SeenByService } from './FactStore';
import { openDatabase } from './openDatabase';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const NOON = Date.parse('2026-11-28T12:00:00Z');
const QUOTES = 'component:default/quotes';
const lit: Seen = {
  facts: { lit: { holds: true, sentence: 'naïve 🚒 "text"' } },
};
const dark: Seen = { facts: { lit: { holds: false, sentence: 'Dark' } } };
const fog: Seen = { failed: 'Fog' };

const look = (seen: Seen, more: Partial<SeenByService> = {}) => ({
  source: 'beacons',
  seen: new Map([[QUOTES, seen]]),
  at: NOON,
  ...more,
});

describe.each(databases.eachSupportedId())('looks kept in %s', database => {
  let knex: Knex;
  let store: FactStore;
  beforeEach(async () => {
    knex = await databases.init(database);
    await openDatabase(mockServices.database({ knex }));
    store = new FactStore(knex);
  });
  const all = async () => (await store.after(-1)).looks;

  it('come back as they were seen, each source by itself', async () => {
    await store.write(look(lit));
    await store.write(look(dark, { source: 'lamps', at: NOON + 1 }));
    const common = { service: QUOTES };
    expect(await all()).toEqual([
      {
        ...common,
        source: 'beacons',
        lookedAt: NOON,
        seenAt: NOON,
        facts: (lit as { facts: object }).facts,
      },
      {
        ...common,
        source: 'lamps',
        lookedAt: NOON + 1,
        seenAt: NOON + 1,
        facts: (dark as { facts: object }).facts,
      },
    ]);
  });

  it('keep what was seen while looks fail, and since when they do', async () => {
    await store.write(look(fog));
    expect(await all()).toMatchObject([
      { facts: {}, failing: { since: NOON, sentence: 'Fog' } },
    ]);
    await store.write(look(lit, { at: NOON + 1 }));
    await store.write(look(fog, { at: NOON + 2 }));
    await store.write(look({ failed: 'Smoke' }, { at: NOON + 3 }));
    expect(await all()).toEqual([
      {
        source: 'beacons',
        service: QUOTES,
        lookedAt: NOON + 3,
        seenAt: NOON + 1,
        facts: (lit as { facts: object }).facts,
        failing: { since: NOON + 2, sentence: 'Smoke' },
      },
    ]);
  });

  it('are read by whoever follows, each once', async () => {
    await store.write(look(lit));
    const { revision } = await store.after(-1);
    expect(revision).toBe(await store.latest());
    expect(await store.after(revision)).toEqual({ looks: [], revision });
    await store.write(look(dark));
    const { looks } = await store.after(revision);
    expect(looks).toMatchObject([{ facts: { lit: { holds: false } } }]);
  });

  it('stay as they are where another look was written since one began', async () => {
    const since = await store.latest();
    expect(await store.write(look(lit, { since }))).toEqual([]);
    const other = new Map([
      [QUOTES, dark],
      ['component:default/parcels', dark],
    ]);
    const late = look(dark, { since, seen: other });
    expect(await store.write(late)).toEqual([QUOTES]);
    expect((await all()).map(({ facts }) => facts.lit.holds)).toEqual([
      true,
      false,
    ]);
    expect(await store.write({ ...late, since: undefined })).toEqual([]);
    expect((await all()).map(({ facts }) => facts.lit.holds)).toEqual([
      false,
      false,
    ]);
  });

  it('are not written again where one that nobody waits for finds the same a moment later', async () => {
    await store.write(look(lit));
    const times = async () => (await all()).map(({ seenAt }) => seenAt! - NOON);
    const again = (milliseconds: number, isExtra: boolean) =>
      store.write(look(lit, { at: NOON + milliseconds, isExtra }));
    await again(29_000, true);
    expect(await times()).toEqual([0]);
    await again(30_000, true);
    expect(await times()).toEqual([30_000]);
    await again(31_000, false);
    expect(await times()).toEqual([31_000]);
    await store.write(look(dark, { at: NOON + 32_000, isExtra: true }));
    expect(await times()).toEqual([32_000]);
  });

  it('lose none where many are written in the same moment', async () => {
    const sources = Array.from({ length: 8 }, (_, nth) => `source-${nth}`);
    await Promise.all(
      sources.map(source => store.write(look(lit, { source }))),
    );
    expect((await all()).map(({ source }) => source).sort()).toEqual(sources);
    expect(await store.latest()).toBe(sources.length);
  });

  it('are written in as many statements for two hundred services as for two', async () => {
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const costOf = async (services: number) => {
      const seen = new Map(
        Array.from({ length: services }, (_, nth) => [`service-${nth}`, lit]),
      );
      statements.length = 0;
      await store.write(look(lit, { seen }));
      return statements.length;
    };
    const [few, many] = [await costOf(2), await costOf(200)];
    expect(many).toBe(few);
    await knex('fact_looks').delete();
  });

  it('are forgotten once nobody has looked for long', async () => {
    await store.write(look(lit));
    await store.write(look(lit, { source: 'lamps', at: NOON + 1 }));
    await store.forget(NOON + 1);
    expect(await all()).toMatchObject([{ source: 'lamps' }]);
  });

  it('end in an error of the storage where the database fails', async () => {
    await knex.schema.dropTable('fact_looks');
    await expect(store.write(look(lit))).rejects.toThrow(StorageError);
    await expect(store.after(0)).rejects.toThrow(StorageError);
  });
});
