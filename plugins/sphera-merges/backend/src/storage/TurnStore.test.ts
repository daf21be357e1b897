import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openStores, type Stores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
describe.each(databases.eachSupportedId())('turns kept in %s', id => {
  let one: Stores['turns'];
  let other: Stores['turns'];
  beforeEach(async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    one = (await openStores(database, 'one')).turns;
    other = (await openStores(database, 'other')).turns;
  });

  it('are had by one replica at a time, which may go on', async () => {
    expect(await one.take('quotes', 0, 10)).toBe(true);
    expect(await other.take('quotes', 9, 19)).toBe(false);
    expect(await one.take('quotes', 9, 19)).toBe(true);
    expect(await other.take('bookings', 9, 19)).toBe(true);
  });

  it('are free once they are let go of by who has them, or their time is over', async () => {
    await one.take('quotes', 0, 10);
    await other.letGo('quotes');
    expect(await other.take('quotes', 5, 15)).toBe(false);
    await one.letGo('quotes');
    expect(await other.take('quotes', 5, 15)).toBe(true);
    expect(await one.take('quotes', 15, 25)).toBe(true);
  });

  it('are taken by one alone where several try in the same moment', async () => {
    for (const now of [0, 10, 20]) {
      const taken = await Promise.all(
        [one, other].map(each => each.take('quotes', now, now + 10)),
      );
      expect(taken.sort()).toEqual([false, true]);
    }
  });
});
