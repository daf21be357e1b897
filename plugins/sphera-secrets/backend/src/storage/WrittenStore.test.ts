import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from './openDatabase';
import { WrittenStore, type WrittenVersion } from './WrittenStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const version = (
  versionId: string,
  by = 'user:default/dana',
): WrittenVersion => ({
  versionId,
  by,
  service: 'component:default/payments',
  name: 'token',
  operation: 'update-secret',
  at: Date.parse('2026-11-24T12:00:00.123Z'),
  change: 'change-one',
});

describe.each(databases.eachSupportedId())(
  'authors of versions kept in %s',
  database => {
    let store: WrittenStore;
    beforeEach(async () => {
      const knex = await databases.init(database);
      store = new WrittenStore(
        await openDatabase(mockServices.database({ knex })),
      );
    });

    it('come back as they were noted, and of others nothing', async () => {
      await store.add([version('one'), version('two', 'ci-pipeline')]);
      const found = await store.writtenBy(['two', 'three', 'one']);
      expect(Object.fromEntries(found)).toEqual({
        one: version('one'),
        two: version('two', 'ci-pipeline'),
      });
    });

    it('stay the first ones, where a version is noted again', async () => {
      await store.add([version('one')]);
      await store.add([version('one', 'user:default/sam')]);
      const found = await store.writtenBy(['one']);
      expect(found.get('one')?.by).toBe('user:default/dana');
    });

    it('are kept and read by the thousand', async () => {
      const ids = Array.from({ length: 1_000 }, (_, index) => `v-${index}`);
      await store.add(ids.map(id => version(id)));
      expect((await store.writtenBy(ids)).size).toBe(1_000);
    });

    it('may be none', async () => {
      await store.add([]);
      expect((await store.writtenBy([])).size).toBe(0);
    });
  },
);
