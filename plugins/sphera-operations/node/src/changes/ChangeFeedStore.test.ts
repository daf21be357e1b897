import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Change } from './ChangeFeed';
import { DatabaseChangeFeed } from './DatabaseChangeFeed';

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? (['MYSQL_8'] as const) : []),
  ],
});
const LATER = 'a-later-change';

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
    /** Waits until each replica has heard so many changes, and then has looked for more; what each has heard. */
    const heardOnce = async (changes: number) => {
      await eventually(() => {
        for (const all of heard)
          expect(all.length).toBeGreaterThanOrEqual(changes);
      });
      for (const feed of feeds) await feed.publish({ operation: LATER });
      await eventually(() => {
        for (const all of heard) {
          const later = all.filter(({ operation }) => operation === LATER);
          expect(later).toHaveLength(feeds.length);
        }
      });
      for (const feed of feeds) feed.stop();
      return heard.map(all =>
        all.filter(({ operation }) => operation !== LATER),
      );
    };
    return { feeds, heard, heardOnce };
  }

  it('carries a change to every replica, to each once', async () => {
    const { feeds, heardOnce } = await replicas(3);
    await feeds[0].publish({
      operation: 'lock',
      service: 'component:default/payments',
    });
    const heard = await heardOnce(1);
    for (const changes of heard) {
      expect(changes).toMatchObject([
        { operation: 'lock', service: 'component:default/payments' },
      ]);
    }
    expect(new Set(heard.map(([change]) => change.id)).size).toBe(1);
  });

  it('says of a change whether another replica made it', async () => {
    const { feeds, heardOnce } = await replicas(2);
    await feeds[0].publish({ operation: 'lock' });
    const heard = await heardOnce(1);
    const elsewhere = heard.map(([change]) => change.isFromElsewhere ?? false);
    expect(elsewhere).toEqual([false, true]);
  });

  it('has told its own replica before publishing resolves', async () => {
    const { feeds, heard } = await replicas(1);
    await feeds[0].publish({ operation: 'unlock' });
    feeds[0].stop();
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
    await first.publish({ operation: 'unlock' });
    await eventually(() => expect(heard).not.toEqual([]));
    first.stop();
    second.stop();
    expect(heard).toMatchObject([{ operation: 'unlock' }]);
  });

  it('loses nothing when replicas publish at once', async () => {
    const { feeds, heardOnce } = await replicas(2);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        feeds[index % 2].publish({ operation: `change-${index}` }),
      ),
    );
    for (const changes of await heardOnce(60)) {
      expect(changes).toHaveLength(60);
      expect(new Set(changes.map(change => change.operation)).size).toBe(60);
    }
  });
});
