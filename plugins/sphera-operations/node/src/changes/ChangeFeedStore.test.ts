import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Change } from './ChangeFeed';
import { DatabaseChangeFeed } from './DatabaseChangeFeed';

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? (['MYSQL_8'] as const) : []),
  ],
});
const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe.each(databases.eachSupportedId())('the change feed on %s', id => {
  async function replicas(count: number) {
    const knex = await databases.init(id);
    const feeds: DatabaseChangeFeed[] = [];
    for (let i = 0; i < count; i++) {
      feeds.push(
        await DatabaseChangeFeed.open(
          mockServices.database({ knex }),
          mockServices.logger.mock(),
        ),
      );
    }
    const heard = feeds.map(feed => {
      const changes: Change[] = [];
      feed.subscribe(change => changes.push(change));
      return changes;
    });
    return { feeds, heard, stop: () => feeds.forEach(feed => feed.stop()) };
  }

  it('carries a change to every replica within a second, to each once', async () => {
    const { feeds, heard, stop } = await replicas(3);
    await feeds[0].publish({
      operation: 'lock',
      service: 'component:default/payments',
    });
    await later(900);
    stop();
    for (const changes of heard) {
      expect(changes).toMatchObject([
        { operation: 'lock', service: 'component:default/payments' },
      ]);
    }
    expect(new Set(heard.map(([change]) => change.id)).size).toBe(1);
  });

  it('says of a change whether another replica made it', async () => {
    const { feeds, heard, stop } = await replicas(2);
    await feeds[0].publish({ operation: 'lock' });
    await later(900);
    stop();
    const elsewhere = heard.map(([change]) => change.isFromElsewhere ?? false);
    expect(elsewhere).toEqual([false, true]);
  });

  it('has told its own replica before publishing resolves', async () => {
    const { feeds, heard, stop } = await replicas(1);
    await feeds[0].publish({ operation: 'unlock' });
    stop();
    expect(heard[0]).toMatchObject([{ operation: 'unlock' }]);
  });

  it('does not repeat what happened before a replica started', async () => {
    const knex = await databases.init(id);
    const open = () =>
      DatabaseChangeFeed.open(
        mockServices.database({ knex }),
        mockServices.logger.mock(),
      );
    const first = await open();
    await first.publish({ operation: 'lock' });
    const second = await open();
    const heard: Change[] = [];
    second.subscribe(change => heard.push(change));
    await later(600);
    first.stop();
    second.stop();
    expect(heard).toEqual([]);
  });

  it('loses nothing when replicas publish at once', async () => {
    const { feeds, heard, stop } = await replicas(2);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        feeds[index % 2].publish({ operation: `change-${index}` }),
      ),
    );
    await later(900);
    stop();
    for (const changes of heard) {
      expect(changes).toHaveLength(60);
      expect(new Set(changes.map(change => change.operation)).size).toBe(60);
    }
  });
});
