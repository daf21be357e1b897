import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { WindowRule } from '../WindowRule';
import { openStores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const weekend: WindowRule = {
  id: 'weekend',
  actions: ['deploy', 'merge'],
  from: { day: 'friday', time: '16:00' },
  to: { day: 'sunday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason: 'weekend 🏖',
  origin: 'page',
  createdBy: 'user:default/dana',
};

describe.each(databases.eachSupportedId())('windows kept in %s', database => {
  const open = async () => {
    const knex = await databases.init(database);
    return (await openStores(mockServices.database({ knex }))).windows;
  };

  it('come back as they were set, in that order', async () => {
    const windows = await open();
    const place = {
      service: 'component:default/payments',
      environment: 'production',
    };
    await windows.insert({ ...weekend, id: 'z' }, new Date(1_000));
    await windows.insert({ ...weekend, ...place, id: 'a' }, new Date(2_000));
    expect(await windows.all()).toEqual([
      { ...weekend, id: 'z' },
      { ...weekend, ...place, id: 'a' },
    ]);
  });

  it('are deleted once', async () => {
    const windows = await open();
    await windows.insert(weekend, new Date());
    expect(await windows.delete('weekend')).toBe(true);
    expect(await windows.delete('weekend')).toBe(false);
    expect(await windows.all()).toEqual([]);
  });
});
