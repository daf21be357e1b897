import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Change } from '../acting/Change';
import { ChangeStore } from './ChangeStore';
import { openDatabase } from './openDatabase';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const NOON = Date.parse('2026-11-24T12:00:00.123Z');
const hold = { by: 'replica-one', until: NOON + 60_000 };
const change = (id: string, more: Partial<Change> = {}): Change => ({
  id,
  operation: 'create-secret',
  service: 'component:default/payments',
  name: 'token',
  by: 'user:default/dana',
  at: NOON,
  about: { description: 'naïve 🚒 "quoted" \\ text', rotateBy: null },
  places: [
    {
      environment: 'staging',
      region: 'eu-central-1',
      fullName: 'staging/payments/token',
      step: 'create',
      versionId: 'a'.repeat(32),
      isDone: false,
    },
  ],
  ...more,
});

describe.each(databases.eachSupportedId())('changes kept in %s', database => {
  let knex: Knex;
  let store: ChangeStore;
  beforeEach(async () => {
    knex = await databases.init(database);
    store = new ChangeStore(
      await openDatabase(mockServices.database({ knex })),
    );
  });

  it('come back as they were begun and left', async () => {
    const begun = change('one');
    expect(await store.begin(begun, hold)).toBe(true);
    const running = { change: begun, state: 'running', heldUntil: hold.until };
    expect(await store.get('one')).toEqual(running);
    expect(await store.of(begun)).toEqual(running);
    const left = { ...begun, places: [{ ...begun.places[0], isDone: true }] };
    await store.leave(left, 'replica-one', 'unfinished');
    expect(await store.get('one')).toEqual({
      change: left,
      state: 'unfinished',
      heldUntil: 0,
    });
    expect(await store.get('ONE')).toBeUndefined();
  });

  it('have room for a change in a thousand places', async () => {
    const [place] = change('one').places;
    const places = Array.from({ length: 1_000 }, () => ({
      ...place,
      problem: 'AWS does not answer in this place, which is a pity. '.repeat(3),
    }));
    await store.begin(change('one', { places }), hold);
    expect((await store.get('one'))?.change.places).toHaveLength(1_000);
  });

  it('are begun once per secret: of many in the same moment exactly one', async () => {
    const begun = await Promise.all(
      ['a', 'b', 'c', 'd'].map(id => store.begin(change(id), hold)),
    );
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await store.begin(change('e', { name: 'TOKEN' }), hold)).toBe(true);
    const other = { service: 'component:default/ledger' };
    expect(await store.begin(change('f', other), hold)).toBe(true);
  });

  it('may begin once the last one has ended, or where it only waits to be repeated', async () => {
    await store.begin(change('first'), hold);
    await store.remove('first', 'replica-one');
    expect(await store.begin(change('second'), hold)).toBe(true);
    await store.leave(change('second'), 'replica-one', 'repeatable');
    expect(await store.begin(change('third'), hold)).toBe(true);
    expect(await store.get('second')).toBeUndefined();
  });

  it('are taken by one replica alone, and by another where that one died', async () => {
    await store.begin(change('one'), hold);
    const two = { by: 'replica-two', until: NOON + 120_000 };
    expect(await store.take('one', NOON, two)).toBe(false);
    const taken = await Promise.all(
      ['x', 'y', 'z'].map(by =>
        store.take('one', hold.until, { by, until: NOON + 120_000 }),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('are taken at once where they were left half done', async () => {
    await store.begin(change('one'), hold);
    await store.leave(change('one'), 'replica-one', 'unfinished');
    expect(
      await store.take('one', NOON, { by: 'two', until: NOON + 60_000 }),
    ).toBe(true);
  });

  it('are ended only by whoever holds them', async () => {
    await store.begin(change('one'), hold);
    await store.remove('one', 'somebody-else');
    await store.leave(change('one'), 'somebody-else', 'unfinished');
    await store.holdOn('one', { by: 'somebody-else', until: NOON + 999_999 });
    expect(await store.get('one')).toMatchObject({
      state: 'running',
      heldUntil: hold.until,
    });
  });

  it('are abandoned once nobody holds on to them', async () => {
    await store.begin(change('one'), hold);
    expect(await store.abandoned(hold.until - 1)).toEqual([]);
    expect(await store.abandoned(hold.until)).toHaveLength(1);
    await store.holdOn('one', { by: 'replica-one', until: NOON + 120_000 });
    expect(await store.abandoned(hold.until)).toEqual([]);
  });

  it('are listed for their service where they are half done', async () => {
    await store.begin(change('one'), hold);
    const { service } = change('one');
    expect(await store.unfinished(service)).toEqual([]);
    await store.leave(change('one'), 'replica-one', 'unfinished');
    expect(await store.unfinished(service)).toHaveLength(1);
    expect(await store.unfinished('component:default/ledger')).toEqual([]);
  });

  it('never tell what was in a statement that failed', async () => {
    await knex.schema.dropTable('changes');
    const failure = await store
      .begin(change('one'), hold)
      .catch(error => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.message).not.toContain('quoted');
  });
});
