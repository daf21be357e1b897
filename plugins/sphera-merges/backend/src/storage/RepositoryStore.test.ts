import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { openStores, type Stores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const QUOTES = 'kestrel-parcels/quotes';
const BOOKINGS = 'kestrel-parcels/bookings';
const NOON = Date.parse('2026-11-28T12:00:00Z');
const FROZEN = {
  wanted: 'frozen' as const,
  freezes: [
    {
      id: 'a-lock',
      reason: 'naïve 🚒 "text"',
      placedBy: 'user:default/dana',
      placedAt: '2026-11-28T12:00:00.000Z',
    },
  ],
  digest: 'one',
};

describe.each(databases.eachSupportedId())('repositories kept in %s', id => {
  let knex: Knex;
  let stores: Stores;
  beforeEach(async () => {
    knex = await databases.init(id);
    stores = await openStores(mockServices.database({ knex }), 'a-replica');
  });
  const add = (...names: string[]) =>
    stores.repositories.add(
      names.map(name => ({ name, spelled: name, services: [] })),
      NOON,
    );
  const get = async (name = QUOTES) => (await stores.repositories.get(name))!;
  const due = async (now: number) =>
    (await stores.work.due(now, 9)).map(({ name }) => name);

  it('are asked for when they are added, with everything to be compared', async () => {
    await stores.repositories.add(
      [
        {
          name: QUOTES,
          spelled: 'Kestrel-Parcels/Quotes',
          services: ['component:default/quotes'],
        },
      ],
      NOON,
    );
    expect(await get()).toMatchObject({
      name: QUOTES,
      spelled: 'Kestrel-Parcels/Quotes',
      services: ['component:default/quotes'],
      wanted: 'open',
      state: 'changing',
      asked: 1,
      askedDeep: 1,
      done: 0,
      seenAt: NOON,
      freezes: [],
      known: {},
    });
    expect(await stores.repositories.get('Kestrel-Parcels/Quotes')).toBe(
      undefined,
    );
  });

  it('are added once, however many replicas do so in the same moment', async () => {
    await Promise.all([add(QUOTES), add(QUOTES, BOOKINGS), add(QUOTES)]);
    expect(await stores.repositories.all()).toHaveLength(2);
    await stores.work.want([QUOTES], FROZEN, NOON);
    await add(QUOTES);
    expect(await get()).toMatchObject({ wanted: 'frozen', asked: 2 });
  });

  it('come back with what is wanted, what is so and what is known of them', async () => {
    await add(QUOTES);
    expect(await stores.work.want([QUOTES], FROZEN, NOON + 1)).toBe(1);
    const begun = await get();
    const problem = { sentence: 'naïve 🚒', since: '2026-11-28T12:00:00.000Z' };
    const known = { defaultBranch: 'main', ruleset: 7, contexts: ['a', 'b'] };
    const outcome = {
      state: 'frozen' as const,
      since: NOON + 2,
      checkedAt: NOON + 3,
      problem,
      open: 3,
      held: 2,
      exempt: 1,
      newestAt: NOON + 4,
      known,
    };
    await stores.work.finish(begun, outcome);
    expect(await get()).toMatchObject({
      ...outcome,
      freezes: FROZEN.freezes,
      wanted: 'frozen',
      done: begun.asked,
      tries: 0,
    });
    await stores.work.note(QUOTES, 'frozen', { ...known, ruleset: 8 });
    expect(await get()).toMatchObject({
      noted: 'frozen',
      known: { ruleset: 8 },
    });
  });

  it('are asked for again, with everything compared or not', async () => {
    await add(QUOTES, BOOKINGS);
    expect(await stores.work.ask({ names: [QUOTES], deep: false })).toBe(1);
    expect(await get()).toMatchObject({ asked: 2, askedDeep: 1 });
    expect(await stores.work.ask({ deep: true })).toBe(2);
    expect(await get()).toMatchObject({ asked: 3, askedDeep: 3 });
    expect(await get(BOOKINGS)).toMatchObject({ asked: 2, askedDeep: 2 });
    expect(
      await stores.work.ask({ names: ['nobody/nothing'], deep: true }),
    ).toBe(0);
  });

  it('are due until what was asked for is done, those that wait for a change first', async () => {
    await add(QUOTES, BOOKINGS);
    const done = { ...(await get()), state: 'open' as const, newestAt: NOON };
    await stores.work.finish(await get(), done);
    expect(await due(NOON)).toEqual([BOOKINGS]);
    await stores.work.ask({ deep: false });
    expect(await due(NOON)).toEqual([BOOKINGS, QUOTES]);
    expect(await stores.work.nextDue()).toBe(0);
    for (const name of [QUOTES, BOOKINGS]) {
      await stores.work.finish(await get(name), await get(name));
    }
    expect(await due(NOON)).toEqual([]);
    expect(await stores.work.nextDue()).toBeUndefined();
  });

  it('are due later after a failure or while GitHub wants to be left alone, and at once where something else is wanted', async () => {
    await add(QUOTES, BOOKINGS);
    const begun = await get();
    await stores.work.fail(begun, {
      outcome: { ...begun, state: 'failed' },
      retryAt: NOON + 10,
      tries: 1,
      isFinal: false,
    });
    expect(await due(NOON)).toEqual([BOOKINGS]);
    expect(await due(NOON + 10)).toEqual([BOOKINGS, QUOTES]);
    const problem = { sentence: 'Wait', since: '2026-11-28T12:00:00.000Z' };
    await stores.work.pause(NOON + 20, problem);
    expect(await due(NOON + 19)).toEqual([]);
    expect(await stores.work.nextDue()).toBe(NOON + 20);
    expect(await get(BOOKINGS)).toMatchObject({ problem });
    await stores.work.want([QUOTES], FROZEN, NOON + 5);
    expect(await due(NOON + 5)).toEqual([QUOTES]);
    expect(await get()).toMatchObject({ tries: 0, since: NOON + 5 });
  });

  it('are seen, many at once, and forgotten with their pull requests', async () => {
    const many = Array.from(
      { length: 300 },
      (_, n) => `kestrel-parcels/r-${n}`,
    );
    await add(...many);
    await stores.repositories.see(many[0], ['component:default/a'], NOON + 1);
    await stores.repositories.seeAll(many, NOON + 2);
    expect(await get(many[0])).toMatchObject({
      services: ['component:default/a'],
      seenAt: NOON + 2,
    });
    expect((await get(many[299])).seenAt).toBe(NOON + 2);
    const [repository] = many;
    await stores.pullRequests.write([
      {
        repository,
        number: 1,
        title: 'A change',
        author: 'dana-okafor',
        url: '',
        head: '1a2b',
        updatedAt: NOON,
        state: 'free',
        sentence: '',
        statuses: {},
      },
    ]);
    await stores.repositories.forget(repository);
    expect(await stores.pullRequests.of(repository)).toEqual([]);
    expect(await stores.repositories.all()).toHaveLength(299);
  });

  it('end in an error of the storage where the database fails', async () => {
    await knex.schema.dropTable('merge_repositories');
    await expect(stores.repositories.all()).rejects.toThrow(StorageError);
    await expect(stores.work.ask({ deep: true })).rejects.toThrow(StorageError);
  });
});
