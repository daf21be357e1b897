import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openStores, type Stores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const ORGANIZATION = 'kestrel-parcels';

describe.each(databases.eachSupportedId())(
  'rulesets of organisations kept in %s',
  id => {
    let stores: Stores;
    beforeEach(async () => {
      const knex = await databases.init(id);
      stores = await openStores(mockServices.database({ knex }), 'a-replica');
    });

    it('are as they were switched last', async () => {
      const { rulesets } = stores;
      expect(await rulesets.of(ORGANIZATION)).toBeUndefined();
      // GitHub's ids outgrow 32 bits.
      const ruleset = 9_876_543_210;
      await rulesets.write(ORGANIZATION, { ruleset, frozen: ['quotes'] });
      expect(await rulesets.of(ORGANIZATION)).toMatchObject({
        ruleset,
        frozen: ['quotes'],
      });
      await rulesets.write(ORGANIZATION, { ruleset, frozen: 'all' });
      expect(await rulesets.of(ORGANIZATION)).toMatchObject({ frozen: 'all' });
    });
  },
);
