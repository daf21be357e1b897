import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { BoundsOverride } from '../bounds/BoundsOverride';
import type { BoundsStore } from './BoundsStore';
import { openStores } from './openStores';

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
const bounds = (
  changes: Partial<BoundsOverride> & { id: string },
): BoundsOverride => ({
  ...QUOTES,
  service: 'component:default/quotes',
  environment: 'production',
  region: 'eu',
  setBy: 'user:default/dana',
  setAt: NOON,
  reason: 'black friday',
  from: { minReplicas: 2, maxReplicas: 6 },
  to: { minReplicas: 3, maxReplicas: 12 },
  fallBackTo: { minReplicas: 1, maxReplicas: 5 },
  expiresAt: NOON + 60_000,
  attempts: 0,
  ...changes,
});
const restored = {
  how: 'restored' as const,
  sentence: 'Their time was up: they are 1–5 again',
  at: NOON + 61_000,
};

describe.each(databases.eachSupportedId())('bounds kept in %s', database => {
  let store: BoundsStore;
  beforeEach(async () => {
    const knex = await databases.init(database);
    store = (await openStores(mockServices.database({ knex }))).bounds;
  });

  it('come back as they were set, and as they ended', async () => {
    const { expiresAt, ...forGood } = bounds({
      id: 'for-good',
      name: 'ledger',
    });
    await store.place(bounds({ id: 'one' }));
    await store.place(forGood);
    expect(await store.get('one')).toEqual(bounds({ id: 'one' }));
    expect(await store.get('for-good')).toEqual(forGood);
    expect(await store.standing()).toHaveLength(2);

    expect(await store.end('one', restored)).toBe(true);
    expect(await store.get('one')).toEqual(
      bounds({ id: 'one', ended: restored }),
    );
    expect(await store.end('one', restored)).toBe(false);
    expect(await store.standing()).toEqual([forGood]);
  });

  it('stand alone on an autoscaler: of many in the same moment exactly one', async () => {
    const placed = await Promise.all(
      ['a', 'b', 'c', 'd'].map(id => store.place(bounds({ id }))),
    );
    expect(placed.filter(Boolean)).toHaveLength(1);
  });

  it('replace those that stood, by one alone', async () => {
    await store.place(bounds({ id: 'first' }));
    const placed = await Promise.all(
      ['a', 'b', 'c'].map(id => store.place(bounds({ id, replaces: 'first' }))),
    );
    expect(placed.filter(Boolean)).toHaveLength(1);
    expect((await store.get('first'))?.ended).toMatchObject({
      how: 'replaced',
    });
    const id = ['a', 'b', 'c'][placed.indexOf(true)];
    expect(await store.standingOn(QUOTES)).toEqual(
      bounds({ id, replaces: 'first' }),
    );
  });

  it('that the cluster refused leave no trace, and those before them stand again', async () => {
    await store.place(bounds({ id: 'first' }));
    const refused = bounds({ id: 'refused', replaces: 'first' });
    await store.place(refused);
    expect(await store.takeBack(refused)).toBe(true);
    expect(await store.takeBack(refused)).toBe(false);
    expect(await store.get('refused')).toBeUndefined();
    expect(await store.standingOn(QUOTES)).toEqual(bounds({ id: 'first' }));
  });

  it('are taken when their time is up, by one replica alone, and by another where that one died', async () => {
    await store.place(bounds({ id: 'one' }));
    const due = NOON + 60_000;
    expect(await store.take('one', 'restore', due - 1, due + 60_000)).toBe(
      false,
    );
    const taken = await Promise.all(
      Array.from({ length: 4 }, () =>
        store.take('one', 'restore', due, due + 60_000),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(
      await store.take('one', 'restore', due + 60_000, due + 120_000),
    ).toBe(true);
    expect((await store.get('one'))?.attempts).toBe(2);
    await store.end('one', restored);
    expect(await store.take('one', 'restore', due * 2, due * 3)).toBe(false);
  });

  it('for good are never taken', async () => {
    await store.place(bounds({ id: 'one', expiresAt: undefined }));
    expect(await store.take('one', 'restore', NOON * 2, NOON * 3)).toBe(false);
  });

  it('whose answer is awaited or lost are settled once, and do not fall back before', async () => {
    await store.place(bounds({ id: 'one', answerBy: NOON + 65_000 }));
    const late = NOON + 70_000;
    expect(await store.take('one', 'restore', late, late * 2)).toBe(false);
    expect(await store.take('one', 'settle', NOON + 5_000, late)).toBe(false);
    await store.answerLost('one', NOON + 5_000);
    expect(await store.take('one', 'settle', NOON + 5_000, late)).toBe(true);

    expect(await store.arrived('one')).toBe(true);
    expect(await store.arrived('one')).toBe(false);
    expect(await store.get('one')).toEqual(bounds({ id: 'one' }));
    expect(await store.take('one', 'settle', late, late * 2)).toBe(false);
    expect(await store.take('one', 'restore', late, late * 2)).toBe(true);
  });

  it('that arrived while others tried to replace them stand again, settled', async () => {
    await store.place(bounds({ id: 'first', answerBy: NOON + 65_000 }));
    const refused = bounds({ id: 'refused', replaces: 'first' });
    await store.place(refused);
    expect(await store.arrived('first')).toBe(true);
    await store.takeBack(refused);
    expect(await store.standingOn(QUOTES)).toEqual(bounds({ id: 'first' }));
  });
});
