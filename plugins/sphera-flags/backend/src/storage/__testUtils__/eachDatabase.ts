import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { FlagStores } from '../FlagStore';
import { openStores } from '../openStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

/** Stores of a test, as two replicas would have them, in an empty database. */
export interface StoresOfTest {
  stores: FlagStores;
  knex: Knex;
}

/** Describes what stores do, in each database that there is. */
export function describeStores(
  what: string,
  tests: (given: () => StoresOfTest) => void,
): void {
  describe.each(databases.eachSupportedId())(`${what}, in %s`, database => {
    let given: StoresOfTest;
    beforeEach(async () => {
      const knex = await databases.init(database);
      const stores = await openStores(mockServices.database({ knex }));
      given = { stores, knex };
    });
    tests(() => given);
  });
}
