import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { KeptPullRequest } from './KeptPullRequest';
import { openStores, type Stores } from './openStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const QUOTES = 'kestrel-parcels/quotes';
const NOON = Date.parse('2026-11-28T12:00:00Z');

const pullRequest = (
  number: number,
  changes: Partial<KeptPullRequest> = {},
): KeptPullRequest => ({
  repository: QUOTES,
  number,
  title: 'naïve 🚒 "title"',
  author: 'dana-okafor',
  url: `https://github.example/${QUOTES}/pull/${number}`,
  head: `head-${number}`,
  updatedAt: NOON + number,
  state: 'held',
  sentence: 'Merges are frozen: naïve 🚒',
  statuses: {
    'sphera/merge-freeze': { state: 'failure', description: 'x', url: 'y' },
  },
  ...changes,
});

describe.each(databases.eachSupportedId())('pull requests kept in %s', id => {
  let store: Stores['pullRequests'];
  beforeEach(async () => {
    const knex = await databases.init(id);
    store = (await openStores(mockServices.database({ knex }), 'a-replica'))
      .pullRequests;
  });
  const numbers = async (limit?: number) =>
    (await store.of(QUOTES, limit)).map(({ number }) => number);

  it('come back as they were, with and without all that may be absent, the most recently updated first', async () => {
    const full = pullRequest(2, {
      state: 'exempt',
      exemptedBy: 'noor-haddad',
      exemption: 'head-2 noor-haddad a-lock',
      statuses: {},
    });
    await store.write([pullRequest(1), full]);
    expect(await store.of(QUOTES)).toEqual([full, pullRequest(1)]);
    await store.write([
      pullRequest(3, { repository: 'kestrel-parcels/other' }),
    ]);
    expect(await numbers(1)).toEqual([2]);
    expect(await numbers()).toEqual([2, 1]);
  });

  it('are replaced by what was told last, many at once', async () => {
    const many = Array.from({ length: 250 }, (_, n) => pullRequest(n));
    await store.write(many);
    await store.write(many.map(one => ({ ...one, state: 'free' as const })));
    const kept = await store.of(QUOTES);
    expect(kept).toHaveLength(250);
    expect(new Set(kept.map(({ state }) => state))).toEqual(new Set(['free']));
    await store.forget(
      QUOTES,
      many.slice(1).map(({ number }) => number),
    );
    expect(await numbers()).toEqual([0]);
    await store.forget(QUOTES, []);
    await store.forget('kestrel-parcels/other', [0]);
    expect(await numbers()).toEqual([0]);
  });

  it('are exempt by their commit, and doubted by it', async () => {
    await store.write([
      pullRequest(1),
      pullRequest(2, { state: 'exempt', exemptedBy: 'noor-haddad' }),
    ]);
    expect(await store.isExempt(QUOTES, 'head-1')).toBe(false);
    expect(await store.isExempt(QUOTES, 'head-2')).toBe(true);
    expect(await store.isExempt('kestrel-parcels/other', 'head-2')).toBe(false);
    await store.doubt(QUOTES, 'head-1');
    const heads = (await store.of(QUOTES)).map(({ head }) => head);
    expect(heads).toEqual(['head-2', '']);
  });
});
