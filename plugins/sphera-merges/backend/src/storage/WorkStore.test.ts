import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { KeptRepository, Outcome } from './KeptRepository';
import { openStores, type Stores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const QUOTES = 'kestrel-parcels/quotes';
const OPEN = { wanted: 'open' as const, freezes: [], digest: 'none' };
const freeze = {
  id: 'a-lock',
  reason: 'An incident',
  placedBy: 'user:default/dana',
  placedAt: '2026-11-28T12:00:00.000Z',
};
const FROZEN = {
  wanted: 'frozen' as const,
  freezes: [freeze],
  digest: 'one',
};

describe.each(databases.eachSupportedId())(
  'what came of a wish, kept in %s,',
  database => {
    let stores: Stores;
    let begun: KeptRepository;
    const now = async () => (await stores.repositories.get(QUOTES))!;
    const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
      ...begun,
      state: 'open',
      since: 2,
      ...changes,
    });

    beforeEach(async () => {
      const knex = await databases.init(database);
      stores = await openStores(mockServices.database({ knex }), 'a-replica');
      await stores.repositories.add(
        [{ name: QUOTES, spelled: QUOTES, services: [] }],
        1,
      );
      await stores.work.want([QUOTES], OPEN, 1);
      begun = await now();
    });

    it('is so while the same is wanted', async () => {
      await stores.work.finish(begun, outcome());
      expect(await now()).toMatchObject({ state: 'open', since: 2 });
      expect(await stores.work.due(9, 1)).toEqual([]);
    });

    it('is never said to be so once something else is wanted, and that is due still', async () => {
      await stores.work.want([QUOTES], FROZEN, 3);
      await stores.work.finish(begun, outcome());
      expect(await now()).toMatchObject({
        wanted: 'frozen',
        state: 'changing',
        since: 3,
      });
      expect(await stores.work.due(9, 1)).toMatchObject([{ name: QUOTES }]);
    });

    it('nor where it failed', async () => {
      await stores.work.want([QUOTES], FROZEN, 3);
      const problem = {
        sentence: 'GitHub had enough',
        since: '2026-11-28T12:00:00.000Z',
      };
      await stores.work.fail(begun, {
        outcome: outcome({ problem }),
        retryAt: 8,
        tries: 1,
        isFinal: false,
      });
      expect(await now()).toMatchObject({
        state: 'changing',
        since: 3,
        problem,
        retryAt: 8,
      });
    });

    it('is wanted anew of those alone of which it is not wanted yet', async () => {
      expect(await stores.work.want([QUOTES], FROZEN, 3)).toBe(1);
      expect(await stores.work.want([QUOTES], FROZEN, 4)).toBe(0);
      expect((await now()).asked).toBe(begun.asked + 1);
    });
  },
);
