import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Lock } from '@sphera/plugin-locks-common';
import { StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { LockStore } from './LockStore';
import { openStores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const PAYMENTS = 'component:default/payments';
const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();
const aLock = (changes: Partial<Lock> & { id: string }): Lock => ({
  actions: ['deploy'],
  reason: 'incident 4711',
  placedBy: 'user:default/dana',
  placedAt: at(0),
  ...changes,
});
const ids = (locks: Lock[]) => locks.map(({ id }) => id);
const released = { by: 'user:default/sam', reason: 'mended' };

describe.each(databases.eachSupportedId())('locks kept in %s', database => {
  let knex: Knex;
  let store: LockStore;
  beforeEach(async () => {
    knex = await databases.init(database);
    const service = mockServices.database({ knex });
    store = (await openStores(service)).locks;
  });

  const keep = async (...locks: Lock[]) => {
    for (const lock of locks) await store.insert(lock);
  };

  it('come back as they were placed, to the millisecond', async () => {
    const lock = aLock({
      id: 'all-of-it',
      service: PAYMENTS,
      environment: 'production',
      actions: ['deploy', 'merge'],
      reason: 'naïve 🚒 "quoted" \\ text\nof two lines',
      placedAt: '2026-11-24T12:00:00.123Z',
      expiresAt: '2026-11-24T12:30:00.007Z',
    });
    await keep(lock, aLock({ id: 'bare' }));

    expect(await store.get('all-of-it')).toEqual(lock);
    expect(await store.get('bare')).toEqual(aLock({ id: 'bare' }));
    expect(await store.get('BARE')).toBeUndefined();
  });

  it('hold until somebody releases them or their time is up', async () => {
    await keep(
      aLock({ id: 'for-good' }),
      aLock({ id: 'released' }),
      aLock({ id: 'until-ten', expiresAt: at(10) }),
    );
    await store.release('released', { at: at(1), ...released });

    expect(ids(await store.holding(at(9)))).toEqual(['until-ten', 'for-good']);
    expect(ids(await store.holding(at(10)))).toEqual(['for-good']);
  });

  it('are kept once: a second one of the same id changes nothing', async () => {
    const first = aLock({ id: 'twice' });
    expect(await store.insert(first)).toBe(true);
    expect(await store.insert({ ...first, reason: 'another' })).toBe(false);
    expect(await store.get('twice')).toEqual(first);
  });

  it('are released once: of many who try in the same moment, exactly one succeeds', async () => {
    await keep(aLock({ id: 'wanted' }));
    const attempts = await Promise.all(
      ['ann', 'ben', 'cleo', 'dan'].map(by =>
        store.release('wanted', { at: at(1), by, reason: 'mine' }),
      ),
    );

    expect(attempts.filter(Boolean)).toHaveLength(1);
    const winner = ['ann', 'ben', 'cleo', 'dan'][attempts.indexOf(true)];
    expect((await store.get('wanted'))?.ended).toEqual({
      how: 'released',
      at: at(1),
      by: winner,
      reason: 'mine',
    });
  });

  it('are not released once their time was up', async () => {
    await keep(aLock({ id: 'over', expiresAt: at(10) }));
    expect(await store.release('over', { at: at(10), ...released })).toBe(
      false,
    );
    expect(await store.release('unknown', { at: at(1), ...released })).toBe(
      false,
    );
  });

  it('are noted as expired once, at the moment at which they did', async () => {
    await keep(aLock({ id: 'over', expiresAt: at(10) }));

    expect(await store.noteExpired('over', at(9))).toBe(false);
    expect(await store.noteExpired('over', at(15))).toBe(true);
    expect(await store.noteExpired('over', at(16))).toBe(false);
    expect((await store.get('over'))?.ended).toEqual({
      how: 'expired',
      at: at(10),
    });
  });

  it('are taken for noting by one replica, and by another where that one died', async () => {
    await keep(
      aLock({ id: 'over', expiresAt: at(10) }),
      aLock({ id: 'not-yet', expiresAt: at(30) }),
    );
    const [one, other] = await Promise.all([
      store.takeExpired(at(11), at(12)),
      store.takeExpired(at(11), at(12)),
    ]);

    expect(ids([...one, ...other])).toEqual(['over']);
    expect(await store.takeExpired(at(11), at(12))).toEqual([]);
    expect(ids(await store.takeExpired(at(12), at(13)))).toEqual(['over']);
    await store.noteExpired('over', at(12));
    expect(await store.takeExpired(at(14), at(15))).toEqual([]);
  });

  it('are listed by place: those on everything cover each service and environment', async () => {
    await keep(
      aLock({ id: 'a-everything' }),
      aLock({ id: 'b-payments', service: PAYMENTS }),
      aLock({ id: 'c-search', service: 'component:default/search' }),
      aLock({ id: 'd-staging', environment: 'staging' }),
      aLock({
        id: 'e-payments-production',
        service: PAYMENTS,
        environment: 'production',
      }),
    );
    const listed = async (place: {
      service?: string;
      environment?: string;
    }) => {
      const query = { ...place, state: 'active' as const, now: at(1) };
      const found = ids(await store.list(query, 10));
      expect(await store.count(query)).toBe(found.length);
      return found
        .map(id => id[0])
        .reverse()
        .join('');
    };

    expect(await listed({})).toBe('abcde');
    expect(await listed({ service: PAYMENTS })).toBe('abde');
    expect(await listed({ environment: 'production' })).toBe('abce');
    expect(await listed({ service: PAYMENTS, environment: 'staging' })).toBe(
      'abd',
    );
  });

  it('are listed by state: a lock whose time was up has ended, noted or not', async () => {
    await keep(
      aLock({ id: 'holds' }),
      aLock({ id: 'released' }),
      aLock({ id: 'expired', expiresAt: at(5) }),
    );
    await store.release('released', { at: at(1), ...released });
    const listed = async (state: 'active' | 'ended' | 'all') =>
      ids(await store.list({ state, now: at(10) }, 10)).sort();

    expect(await listed('active')).toEqual(['holds']);
    expect(await listed('ended')).toEqual(['expired', 'released']);
    expect(await listed('all')).toEqual(['expired', 'holds', 'released']);
  });

  it('are listed page by page, the newest first, none twice and none left out', async () => {
    const kept = Array.from({ length: 7 }, (_, n) =>
      // Some of one moment, which the id tells apart.
      aLock({ id: `lock-${n}`, placedAt: at(Math.floor(n / 3)) }),
    );
    await keep(...kept);
    const query = { state: 'all' as const, now: at(30) };
    const seen: Lock[] = [];
    for (let page = 0; page < 4; page++) {
      seen.push(...(await store.list(query, 2, seen.at(-1))));
    }

    expect(ids(seen)).toEqual(ids(kept).reverse());
  });

  it('tell freezes by their place and their only action', async () => {
    const merge = { actions: ['merge' as const] };
    await keep(
      aLock({ id: 'payments', service: PAYMENTS, ...merge }),
      aLock({ id: 'everything', ...merge }),
      aLock({
        id: 'deploys-too',
        service: PAYMENTS,
        actions: ['deploy', 'merge'],
      }),
      aLock({
        id: 'production',
        service: PAYMENTS,
        environment: 'production',
        ...merge,
      }),
      aLock({ id: 'over', service: PAYMENTS, expiresAt: at(1), ...merge }),
    );

    expect(ids(await store.holdingFreezes(PAYMENTS, at(2)))).toEqual([
      'payments',
    ]);
    expect(ids(await store.holdingFreezes(undefined, at(2)))).toEqual([
      'everything',
    ]);
  });

  it('fail without a word of the statement or its values', async () => {
    const nameless = { reason: 'TOP-SECRET', placedBy: undefined as never };
    const failure = await store
      .insert(aLock({ id: 'nameless', ...nameless }))
      .catch(error => error);

    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.message).toMatch(
      /^The database could not keep the lock \(\w+\)$/,
    );
    expect(
      JSON.stringify({
        ...failure,
        ...Object.getOwnPropertyDescriptors(failure),
      }),
    ).not.toContain('TOP-SECRET');
  });
});
