import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { HookStore } from './HookStore';
import { openStores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

describe.each(databases.eachSupportedId())('webhooks kept in %s', database => {
  let hooks: HookStore;
  beforeEach(async () => {
    const knex = await databases.init(database);
    const service = mockServices.database({ knex });
    hooks = (await openStores(service, 'a-replica')).hooks;
  });
  const problem = {
    sentence: 'The portal may not set up webhooks',
    since: '2026-11-28T12:00:00.000Z',
  };

  it('are what came of them last', async () => {
    await hooks.write({ organization: 'tools' });
    await hooks.write({ organization: 'parcels', problem });
    expect(await hooks.all()).toEqual([
      { organization: 'parcels', problem },
      { organization: 'tools', problem: undefined },
    ]);
    await hooks.write({ organization: 'parcels' });
    expect((await hooks.all())[0].problem).toBeUndefined();
  });

  it('are forgotten of all but those that are looked after', async () => {
    await hooks.write({ organization: 'tools' });
    await hooks.write({ organization: 'parcels', problem });
    await hooks.keepOnly(['parcels']);
    expect(await hooks.all()).toEqual([{ organization: 'parcels', problem }]);
    await hooks.keepOnly([]);
    expect(await hooks.all()).toEqual([]);
  });
});
