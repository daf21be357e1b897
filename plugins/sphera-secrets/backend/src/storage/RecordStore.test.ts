import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Revisions, StorageError } from '@sphera/plugin-operations-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import type { SecretRecord } from '../records/SecretRecord';
import { openDatabase } from './openDatabase';
import { PlaceStore } from './PlaceStore';
import { RecordStore, type Seen } from './RecordStore';
import type { KeptRow } from './recordRow';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

const NOON = Date.parse('2026-11-24T12:00:00.123Z');
const EU = { environment: 'production', region: 'eu' };
const FIVE_MINUTES = 5 * 60_000;
const ODD_NAMES = [
  'production/payments/Password',
  'production/payments/password',
  `${'long/'.repeat(102)}a`,
  'odd/_+=.@-',
];

const record = (changes: Partial<SecretRecord> = {}): SecretRecord => ({
  place: EU,
  fullName: 'production/payments/password',
  arn: 'arn:aws:secretsmanager:eu:222222222222:secret:production/payments/password-AbCdEf',
  serviceName: 'payments',
  name: 'password',
  tags: { service: 'payments', owner: 'größe ✓' },
  stages: { one: ['AWSCURRENT'] },
  versionId: 'one',
  createdAt: NOON,
  changedAt: NOON,
  earlier: [],
  ...changes,
});

describe.each(databases.eachSupportedId())('secrets kept in %s', id => {
  let knex: Knex;
  let store: RecordStore;
  let places: PlaceStore;

  beforeEach(async () => {
    knex = await openDatabase(
      mockServices.database({ knex: await databases.init(id) }),
    );
    const revisions = new Revisions(knex, 'secret_revisions');
    store = new RecordStore(knex, revisions);
    places = new PlaceStore(knex, revisions);
  });

  const write = (seen: Partial<Seen>) =>
    store.write({
      place: EU,
      records: [],
      gone: [],
      since: Number.MAX_SAFE_INTEGER,
      isDescribed: false,
      now: NOON,
      ...seen,
    });
  async function read(since = -1) {
    const rows: KeptRow[] = [];
    let revision = since;
    for await (const part of store.since(since)) {
      rows.push(...part.rows);
      revision = part.revision;
    }
    return { rows, revision };
  }

  it('come back as they were found, whatever their names', async () => {
    const fingerprint = {
      keyId: '2026',
      digest: 'd',
      encoding: 'text' as const,
      versionId: 'one',
    };
    const records = ODD_NAMES.map(fullName =>
      record({ fullName, fingerprint, earlier: [fingerprint] }),
    );
    expect(await write({ records })).toEqual([]);
    const { rows } = await read();
    expect(rows.map(({ fullName }) => fullName).sort()).toEqual(
      [...ODD_NAMES].sort(),
    );
    const { place, serviceName, name, ...kept } = records[0];
    expect(rows.find(row => row.fullName === kept.fullName)).toEqual({
      place,
      fullName: kept.fullName,
      secret: { ...kept, fingerprintsOf: serviceName },
    });
  });

  it('are read from a revision on, and say that one is gone', async () => {
    await write({ records: ODD_NAMES.map(fullName => record({ fullName })) });
    const first = await read();
    await write({ gone: [ODD_NAMES[0]] });
    const second = await read(first.revision);
    expect(second.rows).toEqual([
      { place: EU, fullName: ODD_NAMES[0], secret: undefined },
    ]);
    expect(await read(second.revision)).toMatchObject({ rows: [] });
  });

  it('are all read, however many there are', async () => {
    const records = Array.from({ length: 4_321 }, (_, n) =>
      record({ fullName: `secret-${n}` }),
    );
    await write({ records });
    const { rows } = await read();
    expect(new Set(rows.map(({ fullName }) => fullName)).size).toBe(4_321);
    expect(rows).toHaveLength(4_321);
  });

  it('stay as they are where they changed after a look began, and are named', async () => {
    await write({ records: [record()] });
    const { revision: since } = await read();
    const newer = record({ versionId: 'newer' });
    expect(await write({ since, records: [newer] })).toEqual([]);
    const older = record({ versionId: 'older' });
    expect(await write({ since, records: [older] })).toEqual([older.fullName]);
    expect(await write({ since, gone: [older.fullName] })).toEqual([
      older.fullName,
    ]);
    const { rows } = await read();
    expect(rows[0].secret).toMatchObject({ versionId: 'newer' });
  });

  it('are not overwritten by a list for five minutes after AWS was asked for exactly them', async () => {
    const asked = { isDescribed: true, now: NOON };
    await write({ ...asked, records: [record({ versionId: 'new' })] });
    await write({ ...asked, gone: ['deleted'] });
    const listed = [record(), record({ fullName: 'deleted' })];
    const soon = NOON + FIVE_MINUTES - 1;
    expect(await write({ now: soon, records: listed })).toEqual(
      listed.map(({ fullName }) => fullName),
    );
    const later = NOON + FIVE_MINUTES;
    expect(await write({ now: later, records: listed })).toEqual([]);
  });

  it('are written by one replica after the other, so that none of them is missed', async () => {
    let revision = 0;
    const found: string[] = [];
    let isOver = false;
    const follow = (async () => {
      while (!isOver) {
        const next = await read(revision);
        found.push(...next.rows.map(({ fullName }) => fullName));
        revision = next.revision;
        await new Promise(resolve => setTimeout(resolve, 1));
      }
    })();
    const names = Array.from({ length: 40 }, (_, n) => `secret-${n}`);
    await Promise.all(
      names.map(fullName => write({ records: [record({ fullName })] })),
    );
    await eventually(() =>
      expect(found.length).toBeGreaterThanOrEqual(names.length),
    ).finally(() => {
      isOver = true;
    });
    await follow;
    expect(found.sort()).toEqual([...names].sort());
  });

  it('forget after a day that a secret is gone', async () => {
    await write({ gone: ['deleted'] });
    await write({ now: NOON + 25 * 3_600_000, records: [record()] });
    expect((await read()).rows).toHaveLength(1);
  });

  it('know of each place since when it is not seen any more', async () => {
    await places.noteLost(EU, 'production/eu does not answer');
    expect(await places.all()).toEqual([
      { ...EU, state: 'lost', problem: 'production/eu does not answer' },
    ]);
    await places.noteSwept(EU, NOON);
    expect(await places.all()).toEqual([
      { ...EU, state: 'live', sweptAt: NOON },
    ]);
    await places.noteLost(EU, 'again');
    expect(await places.all()).toEqual([
      { ...EU, state: 'lost', problem: 'again', sweptAt: NOON },
    ]);
  });

  it('never tell what was in a statement that failed', async () => {
    await knex.schema.dropTable('secret_records');
    const failure = await write({ records: [record()] }).catch(error => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.message).not.toContain('payments');
  });
});
