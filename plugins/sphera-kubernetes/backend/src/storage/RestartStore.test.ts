import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { StartedRestart } from '../restarts/StartedRestart';
import { openStores } from './openStores';
import type { RestartStore } from './RestartStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const NOON = Date.parse('2026-11-24T12:00:00.123Z');
const QUOTES = {
  cluster: 'production-eu',
  namespace: 'selling',
  name: 'quotes',
};
const restart = (
  changes: Partial<StartedRestart> & { id: string },
): StartedRestart => ({
  ...QUOTES,
  service: 'component:default/quotes',
  environment: 'production',
  region: 'eu',
  startedBy: 'user:default/dana',
  startedAt: NOON,
  reason: 'naïve 🚒 "quoted" \\ text\nof two lines',
  revisionBefore: 4,
  ...changes,
});
const done = {
  state: 'done' as const,
  pods: { wanted: 3, ready: 3 },
  sentence: 'All 3 pods were replaced in 38 seconds 🎉',
  at: NOON + 38_000,
};

describe.each(databases.eachSupportedId())('restarts kept in %s', database => {
  let knex: Knex;
  let store: RestartStore;
  beforeEach(async () => {
    knex = await databases.init(database);
    store = (await openStores(mockServices.database({ knex }))).restarts;
  });

  it('come back as they were begun, reached and settled', async () => {
    const begun = restart({ id: 'one' });
    expect(await store.begin(begun)).toBe(true);
    expect(await store.get('one')).toEqual(begun);
    await store.reached('one', 12);
    expect(await store.get('one')).toEqual({ ...begun, generation: 12 });
    expect(await store.settle('one', done)).toBe(true);
    expect(await store.get('one')).toEqual({
      ...begun,
      generation: 12,
      ended: done,
    });
    expect(await store.get('ONE')).toBeUndefined();
  });

  it('are begun once per deployment: of many in the same moment exactly one', async () => {
    const begun = await Promise.all(
      ['a', 'b', 'c', 'd'].map(id => store.begin(restart({ id }))),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await store.begin(restart({ id: 'e', name: 'ledger' }))).toBe(true);
    expect(await store.open()).toHaveLength(2);
  });

  it('may begin again once the last one has ended', async () => {
    await store.begin(restart({ id: 'first' }));
    await store.settle('first', done);
    expect(
      await store.begin(restart({ id: 'second', startedAt: NOON + 60_000 })),
    ).toBe(true);
    expect((await store.latest(QUOTES))?.id).toBe('second');
    expect((await store.open()).map(({ id }) => id)).toEqual(['second']);
  });

  it('leave no trace where the cluster refused them', async () => {
    await store.begin(restart({ id: 'refused' }));
    await store.takeBack('refused');
    expect(await store.latest(QUOTES)).toBeUndefined();
    expect(await store.begin(restart({ id: 'again' }))).toBe(true);
  });

  it('are settled once, and what is settled stays', async () => {
    await store.begin(restart({ id: 'one' }));
    const settled = await Promise.all(
      Array.from({ length: 4 }, () => store.settle('one', done)),
    );
    expect(settled.filter(Boolean)).toHaveLength(1);
    await store.takeBack('one');
    expect((await store.get('one'))?.ended).toEqual(done);
  });

  it('are taken by one replica alone, and by another where that one died', async () => {
    await store.begin(restart({ id: 'one' }));
    const taken = await Promise.all(
      Array.from({ length: 4 }, () => store.take('one', NOON, NOON + 60_000)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    const later = NOON + 60_000;
    expect(await store.take('one', later - 1, later)).toBe(false);
    expect(await store.take('one', later, later + 60_000)).toBe(true);
    await store.settle('one', done);
    expect(await store.take('one', later * 2, later * 3)).toBe(false);
  });

  it('never tell what was in a statement that failed', async () => {
    await knex.schema.dropTable('restarts');
    const failure = await store
      .begin(restart({ id: 'one' }))
      .catch(error => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.message).not.toContain('quoted');
  });
});
