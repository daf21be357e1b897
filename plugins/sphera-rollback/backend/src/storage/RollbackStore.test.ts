import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import {
  NOON,
  rollbackOfTest as rollback,
} from './__testUtils__/rollbackOfTest';
import { openStore } from './openStore';
import type { KeptSet, RollbackStore } from './RollbackStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const all = { limit: 10, offset: 0 };
const ids = (list: Array<{ id: string }>) => list.map(({ id }) => id);
const set: KeptSet = {
  id: 'a-set',
  system: 'system:default/selling',
  environment: 'production',
  at: NOON - 3_600_000,
  reason: 'naïve 🚒 text',
  startedBy: 'user:default/dana',
  startedAt: NOON,
};

describe.each(databases.eachSupportedId())('rollbacks kept in %s', database => {
  let knex: Knex;
  let store: RollbackStore;
  beforeEach(async () => {
    knex = await databases.init(database);
    store = await openStore(mockServices.database({ knex }));
  });

  it('come back as they were begun', async () => {
    const begun = rollback('one');
    expect(await store.add([begun])).toBeUndefined();
    expect(await store.get('one')).toEqual(begun);
    expect(await store.get('ONE')).toBeUndefined();
  });

  it('run once per service and environment: of many in the same moment exactly one', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(id => store.add([rollback(id)])),
    );
    const winner = await store.running(
      'component:default/quotes',
      'production',
    );
    expect(answers.filter(answer => answer === undefined)).toHaveLength(1);
    for (const answer of answers) {
      expect([undefined, winner!.id]).toContain(answer?.id);
    }
    const elsewhere = [
      rollback('e', { environment: 'staging' }),
      rollback('f', { service: 'component:default/ledger' }),
    ];
    expect(await store.add(elsewhere)).toBeUndefined();
  });

  it('of a set are added all or none', async () => {
    await store.add([rollback('first')]);
    const others = [
      rollback('x', { service: 'component:default/ledger', set: set.id }),
      rollback('y', { set: set.id }),
    ];
    expect((await store.add(others, { set }))?.id).toBe('first');
    expect(await store.get('x')).toBeUndefined();
    expect(await store.getSet(set.id)).toBeUndefined();
    expect(await store.add(others.slice(0, 1), { set })).toBeUndefined();
    expect(await store.getSet(set.id)).toEqual(set);
    expect(ids(await store.list({ set: set.id }, all))).toEqual(['x']);
  });

  it('may begin again once the last one is over', async () => {
    await store.add([rollback('first')]);
    const held = await store.take('first', NOON, { by: 'r1', until: NOON + 5 });
    await store.save({ ...held!, state: 'done' }, 'r1', false);
    expect(await store.running('component:default/quotes', 'production')).toBe(
      undefined,
    );
    expect(await store.add([rollback('second')])).toBeUndefined();
  });

  it('are taken by one replica alone, and by another one where that one has not said so for too long', async () => {
    await store.add([rollback('one')]);
    const taken = await Promise.all(
      ['r1', 'r2', 'r3', 'r4'].map(by =>
        store.take('one', NOON, { by, until: NOON + 5_000 }),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store.waiting(NOON + 4_999)).toEqual([]);
    expect(await store.waiting(NOON + 5_000)).toEqual(['one']);
    const late = { by: 'r5', until: NOON + 10_000 };
    expect(await store.take('one', NOON + 5_000, late)).toMatchObject({
      id: 'one',
    });
  });

  it('are held for longer, written and let go only by whoever holds them', async () => {
    const begun = rollback('one');
    await store.add([begun]);
    await store.take('one', NOON, { by: 'r1', until: NOON + 5_000 });
    expect(await store.holdOn('one', { by: 'r2', until: NOON + 9_000 })).toBe(
      false,
    );
    expect(await store.save({ ...begun, state: 'done' }, 'r2', false)).toBe(
      false,
    );
    await store.letGo('one', 'r2');
    expect(await store.waiting(NOON)).toEqual([]);
    expect(await store.get('one')).toEqual(begun);
    expect(await store.holdOn('one', { by: 'r1', until: NOON + 9_000 })).toBe(
      true,
    );
    expect(await store.waiting(NOON + 8_999)).toEqual([]);
    await store.letGo('one', 'r1');
    expect(await store.waiting(NOON)).toEqual(['one']);
  });

  it('wait for somebody when they are over as long as they owe a message', async () => {
    const begun = rollback('one');
    await store.add([begun]);
    await store.take('one', NOON, { by: 'r1', until: NOON + 5_000 });
    await store.save({ ...begun, state: 'done' }, 'r1', true);
    await store.letGo('one', 'r1');
    expect(await store.waiting(NOON)).toEqual(['one']);
    await store.take('one', NOON, { by: 'r2', until: NOON + 5_000 });
    await store.save({ ...begun, state: 'done' }, 'r2', false);
    await store.letGo('one', 'r2');
    expect(await store.waiting(NOON)).toEqual([]);
    expect(
      await store.take('one', NOON, { by: 'r3', until: NOON + 5_000 }),
    ).toBeUndefined();
  });

  it('are asked to end once, and only while nothing of them is in a repository', async () => {
    const cancel = { by: 'user:default/dana', reason: 'a "mistake" 🙈' };
    const begun = rollback('one');
    await store.add([begun]);
    await store.take('one', NOON, { by: 'r1', until: NOON + 5_000 });
    expect(await store.askToCancel('one', cancel)).toBe(true);
    expect(await store.askToCancel('one', cancel)).toBe(false);
    // Whoever holds it does not write over what was asked.
    await store.save(begun, 'r1', true);
    expect(await store.cancelOf('one')).toEqual(cancel);

    await store.add([rollback('two', { environment: 'staging' })]);
    await store.take('two', NOON, { by: 'r1', until: NOON + 5_000 });
    const sent = rollback('two', { environment: 'staging', canStop: false });
    await store.save(sent, 'r1', true);
    expect(await store.askToCancel('two', cancel)).toBe(false);
    expect(await store.cancelOf('two')).toBeUndefined();
  });

  it('end where another one takes their place, out of the hands of their replica', async () => {
    const begun = rollback('one');
    begun.steps[0].state = 'running';
    await store.add([begun]);
    await store.take('one', NOON, { by: 'r1', until: NOON + 5_000 });
    const sentence = 'Rolled forward before it was over';
    const supersedes = { id: 'one', sentence, at: NOON + 1 };
    const forward = rollback('two', { kind: 'roll-forward', undoes: 'one' });
    expect(await store.add([forward], { supersedes })).toBeUndefined();
    expect(await store.get('one')).toMatchObject({
      state: 'failed',
      sentence,
      endedAt: NOON + 1,
      steps: [{ state: 'failed' }, {}, {}, {}, {}, {}],
    });
    expect(await store.save(begun, 'r1', true)).toBe(false);
    expect(await store.holdOn('one', { by: 'r1', until: NOON + 9 })).toBe(
      false,
    );
    // Its message is still to be brought to its end.
    expect(await store.waiting(NOON)).toContain('one');
  });

  it('stay as they ended where the one that would take their place comes too late', async () => {
    const begun = rollback('one');
    await store.add([begun]);
    await store.take('one', NOON, { by: 'r1', until: NOON + 5_000 });
    await store.save({ ...begun, state: 'done', sentence: 'x' }, 'r1', false);
    const supersedes = { id: 'one', sentence: 'too late', at: NOON };
    await store.add([rollback('two')], { supersedes });
    expect(await store.get('one')).toMatchObject({
      state: 'done',
      sentence: 'x',
    });
  });

  it('know which roll-forward took them back, whoever writes them', async () => {
    const begun = rollback('one');
    await store.add([begun]);
    await store.take('one', NOON, { by: 'r1', until: NOON + 5_000 });
    await store.noteUndone('one', 'two');
    await store.save(begun, 'r1', true);
    expect((await store.get('one'))?.undoneBy).toBe('two');
  });

  it('are listed and counted, the newest first, by service, environment and state', async () => {
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      const begun = rollback(id, { startedAt: NOON + index });
      await store.add([begun]);
      await store.take(id, NOON, { by: 'r1', until: NOON + 5_000 });
      await store.save(
        { ...begun, state: index === 1 ? 'failed' : 'done' },
        'r1',
        false,
      );
    }
    await store.add([rollback('d', { environment: 'staging' })]);
    expect(ids(await store.list({}, all))).toEqual(['c', 'b', 'd', 'a']);
    expect(ids(await store.list({}, { limit: 2, offset: 1 }))).toEqual([
      'b',
      'd',
    ]);
    const failed = { environment: 'production', state: 'failed' as const };
    expect(ids(await store.list(failed, all))).toEqual(['b']);
    expect(await store.count(failed)).toBe(1);
    expect(await store.count({ service: 'component:default/quotes' })).toBe(4);
    expect(await store.count({ service: 'component:default/ledger' })).toBe(0);
  });

  it('never tell what was in a statement that failed', async () => {
    await knex.schema.dropTable('rollbacks');
    const failure = await store.add([rollback('one')]).catch(error => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.message).not.toContain('quoted');
  });
});
