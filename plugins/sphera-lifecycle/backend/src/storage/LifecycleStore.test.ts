import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { KeptApproval } from '../path/KeptApproval';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import { KnexApprovalStore } from './KnexApprovalStore';
import { KnexLifecycleStore } from './KnexLifecycleStore';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const NOON = Date.parse('2026-11-28T12:00:00Z');
const open = async (id: Parameters<typeof databases.init>[0]) => {
  const knex = await databases.init(id);
  return openDatabase(mockServices.database({ knex }));
};

describe.each(databases.eachSupportedId())('life cycles kept in %s', id => {
  let store: KnexLifecycleStore;
  beforeEach(async () => {
    store = new KnexLifecycleStore(await open(id));
  });
  const lifecycle = (service: string): KeptLifecycle => ({
    service,
    beganAt: NOON,
    appearedAt: NOON,
    stage: 'design',
    since: NOON,
    adopted: [],
    done: [],
  });

  it('come back as they were, with and without all that may be absent', async () => {
    const full: KeptLifecycle = {
      ...lifecycle('full'),
      beganBy: 'user:default/dana',
      walkedAt: NOON + 1,
      endedAt: NOON + 2,
      goneAt: NOON + 3,
      adopted: ['review'],
      done: ['review', 'build'],
    };
    await store.add([full, lifecycle('bare')]);
    expect(await store.get('full')).toEqual(full);
    expect(await store.get('bare')).toEqual(lifecycle('bare'));
    expect(await store.get('FULL')).toBeUndefined();
    expect(await store.all()).toHaveLength(2);
  });

  it('are kept for many services at once, and not in place of what is there', async () => {
    const names = Array.from({ length: 250 }, (_, at) => `service-${at}`);
    await store.add([{ ...lifecycle(names[7]), stage: 'production' }]);
    await store.add(names.map(lifecycle));
    await store.add([]);
    const all = await store.all();
    expect(all).toHaveLength(250);
    expect(await store.get(names[7])).toMatchObject({ stage: 'production' });
  });

  it('lose no change, however many come in the same moment', async () => {
    await store.add([lifecycle('quotes')]);
    const steps = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      steps.map(step =>
        store.change('quotes', kept => ({
          ...kept,
          done: [...kept.done, step],
        })),
      ),
    );
    expect([...(await store.get('quotes'))!.done].sort()).toEqual(steps);
  });

  it('are changed only where there is one', async () => {
    await expect(store.change('nobody', kept => kept)).rejects.toThrow(
      'nobody has no life cycle yet',
    );
  });
});

describe.each(databases.eachSupportedId())('approvals kept in %s', id => {
  let store: KnexApprovalStore;
  beforeEach(async () => {
    store = new KnexApprovalStore(await open(id));
  });
  const approval = (
    name: string,
    more: Partial<KeptApproval> = {},
  ): Omit<KeptApproval, 'answer'> => ({
    id: name,
    service: 'quotes',
    step: 'review',
    life: NOON,
    asked: { by: 'user:default/dana', at: NOON, comment: 'naïve 🚒 text' },
    ...more,
  });
  const no = {
    verdict: 'rejected' as const,
    by: 'user:default/noor',
    at: NOON,
    comment: 'too big',
  };

  it('come back as they were asked and answered, in their order', async () => {
    await store.ask(approval('b'));
    expect(await store.all('quotes')).toEqual([approval('b')]);
    await store.answer('b', no);
    // In the same millisecond.
    await store.ask(approval('a'));
    expect(await store.all('quotes')).toEqual([
      { ...approval('b'), answer: no },
      approval('a'),
    ]);
    expect(await store.all('parcels')).toEqual([]);
    expect(await store.all()).toHaveLength(2);
  });

  it('are asked for once at a time: of each service, step and life', async () => {
    const names = ['a', 'b', 'c'];
    const asked = await Promise.all(names.map(one => store.ask(approval(one))));
    expect(asked.filter(isAsked => isAsked)).toHaveLength(1);
    const others = [{ service: 'parcels' }, { step: 'go' }, { life: NOON + 1 }];
    for (const [at, other] of others.entries()) {
      expect(await store.ask(approval(`other-${at}`, other))).toBe(true);
    }
  });

  it('are reminded of once at a time, and until they are answered', async () => {
    await store.ask(approval('a'));
    const [one] = await store.all();
    const both = await Promise.all([1, 2].map(() => store.remind(one, NOON)));
    expect(both.sort()).toEqual([false, true]);
    const [again] = await store.all();
    expect(again.remindedAt).toBe(NOON);
    expect(await store.remind(again, NOON + 1)).toBe(true);
    await store.answer('a', no);
    const [answered] = await store.all();
    expect(await store.remind(answered, NOON + 2)).toBe(false);
  });

  it('are answered once', async () => {
    await store.ask(approval('a'));
    const answers = await Promise.all(
      ['one', 'two'].map(comment => store.answer('a', { ...no, comment })),
    );
    expect(answers.sort()).toEqual([false, true]);
    expect(await store.answer('nothing', no)).toBe(false);
  });
});
