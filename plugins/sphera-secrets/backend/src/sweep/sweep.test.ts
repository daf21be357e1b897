import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Place } from '@sphera/plugin-secrets-common';
import type { Knex } from 'knex';
import type { SecretRecord } from '../records/SecretRecord';
import { everywhereIn, givenPlaces, place } from './__testUtils__/givenPlaces';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const EU = place('production', 'eu');
const US = place('production', 'us');
const AP = place('production', 'ap');
const PASSWORD: [string, string] = ['payments', 'database-password'];
const FULL_NAME = 'production/payments/database-password';
const SIX_LISTS = { ListSecrets: 6 };
const FIVE_MINUTES = 5 * 60_000;

type World = Awaited<ReturnType<typeof givenPlaces>>;
type Replica = Awaited<ReturnType<World['open']>>;

describe('a sweep', () => {
  let knex: Knex;
  let world: World;
  let portal: Replica;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    world = await givenPlaces(knex);
    portal = await world.open();
  });
  afterEach(() => world.stop());

  const at = (where: Place, { memory }: Replica = portal): SecretRecord =>
    memory.find(where, FULL_NAME)!;
  const stateOf = ({ environment, region }: Place) =>
    portal.memory
      .places()
      .find(one => one.environment === environment && one.region === region)!;

  /** Sets a value as somebody at the AWS console would; answers the version. */
  async function setBehindOurBack(where: Place, content: string) {
    const client = portal.clients.of(where);
    const versionId = randomUUID();
    const before = await client.describe(FULL_NAME);
    world.goOn(1_000);
    await client.stage(FULL_NAME, { encoding: 'text', content }, versionId);
    await client.makeCurrent(FULL_NAME, versionId, before!.versionId);
    world.calls();
    return versionId;
  }

  it('knows every secret of every place afterwards, and keeps no value', async () => {
    world.put(everywhereIn('staging'), PASSWORD, 'a staging value');
    world.put(everywhereIn('production'), PASSWORD, 'a production value');
    expect(stateOf(EU)).toMatchObject({ state: 'waiting', secrets: 0 });
    await portal.sweep();

    const [staging, ...others] = portal.memory.ofService('payments');
    expect(others).toHaveLength(5);
    expect(staging.fingerprint).toBeDefined();
    expect(at(EU).fingerprint!.digest).toBe(at(US).fingerprint!.digest);
    const digests = [...portal.memory.all()].map(
      ({ fingerprint }) => fingerprint!.digest,
    );
    expect(new Set(digests).size).toBe(2);
    expect(stateOf(EU)).toMatchObject({
      state: 'live',
      secrets: 1,
      account: '222222222222',
      sweptAt: '2026-11-24T12:00:00.000Z',
      calls: expect.arrayContaining([
        expect.objectContaining({ api: 'ListSecrets', lastMinute: 1 }),
      ]),
    });
    const rows = JSON.stringify(await knex('secret_records'));
    expect(rows).toContain('database-password');
    expect(rows).not.toMatch(/(staging|production) value/);
  });

  it('costs the lists alone and writes no secret where nothing has changed', async () => {
    world.put(everywhereIn('production'), PASSWORD, 'the same');
    await portal.sweep();
    expect(world.calls()).toEqual({ ...SIX_LISTS, BatchGetSecretValue: 3 });
    const before = await knex('secret_records').orderBy('id');
    const { revision } = portal.memory;

    await portal.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
    expect(await knex('secret_records').orderBy('id')).toEqual(before);
    expect(portal.memory.revision).toBe(revision);
  });

  it('fills its calls for values, across the pages of the list', async () => {
    for (let n = 0; n < 130; n++) {
      world.put([EU], ['payments', `secret-${n}`], `value ${n}`);
      world.put([EU], ['somebody', `secret-${n}`], `value ${n}`);
    }
    await portal.sweep();
    expect(world.calls()).toEqual({
      ListSecrets: 3 + 5,
      BatchGetSecretValue: Math.ceil(130 / 20),
    });
  });

  it('sees what was changed behind our back, and what it was before', async () => {
    world.put(everywhereIn('production'), PASSWORD, 'old');
    await portal.sweep();
    const old = at(EU).fingerprint!;
    const versionId = await setBehindOurBack(EU, 'new');
    portal.changes.length = 0;

    await portal.sweep();
    expect(world.calls()).toEqual({ ...SIX_LISTS, BatchGetSecretValue: 1 });
    expect(at(EU)).toMatchObject({ versionId, fingerprint: { versionId } });
    expect(at(EU).fingerprint!.digest).not.toBe(old.digest);
    expect(at(EU).earlier).toEqual([old]);
    expect(at(US).fingerprint!.digest).toBe(old.digest);
    expect(portal.changes).toEqual([new Set(['payments'])]);
  });

  it('needs no value again where somebody went back to a version that it knows', async () => {
    world.put([EU], PASSWORD, 'old');
    await portal.sweep();
    const old = at(EU).fingerprint!;
    const versionId = await setBehindOurBack(EU, 'new');
    await portal.sweep();
    await portal.clients
      .of(EU)
      .makeCurrent(FULL_NAME, old.versionId, versionId);
    world.calls();
    await portal.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
    expect(at(EU).fingerprint).toEqual(old);
    expect(at(EU).earlier).toMatchObject([{ versionId }]);
  });

  it('asks for one previous value, once, where regions differ from the first look on', async () => {
    world.put([EU, US], PASSWORD, 'old', 'new');
    world.put([AP], PASSWORD, 'old');
    await portal.sweep();
    expect(world.calls()).toEqual({
      ...SIX_LISTS,
      BatchGetSecretValue: 3,
      GetSecretValue: 1,
    });
    const earlier = [EU, US].flatMap(where => at(where).earlier);
    expect(earlier).toMatchObject([{ digest: at(AP).fingerprint!.digest }]);
    await portal.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
  });

  it('asks for no previous value where regions are meant to differ', async () => {
    world.put([EU], PASSWORD, 'old', 'one');
    world.put([US], PASSWORD, 'old', 'other');
    for (const where of [EU, US]) {
      await portal.clients
        .of(where)
        .tag(FULL_NAME, { 'sphera:differs-by-region': 'yes' });
    }
    world.calls();
    await portal.sweep();
    expect(world.calls()).not.toHaveProperty('GetSecretValue');
  });

  it('loses the place that does not answer, with the reason, and keeps what it knew there', async () => {
    world.put(everywhereIn('production'), PASSWORD, 'old');
    await portal.sweep();
    world.faultAt(US, 'denied');
    await setBehindOurBack(EU, 'new');
    world.goOn(60_000);
    await portal.sweep();

    expect(stateOf(US)).toMatchObject({
      state: 'lost',
      problem: expect.stringContaining('production/us'),
      sweptAt: '2026-11-24T12:00:00.000Z',
      secrets: 1,
    });
    expect(at(US).fingerprint).toBeDefined();
    expect(stateOf(EU)).toMatchObject({
      state: 'live',
      sweptAt: '2026-11-24T12:01:01.000Z',
    });
    expect(at(EU).earlier).toHaveLength(1);

    world.faultAt(US, 'none');
    await portal.sweep();
    expect(stateOf(US)).toMatchObject({ state: 'live', problem: undefined });
  });

  it('still knows versions and dates where only values are denied', async () => {
    world.put([EU], PASSWORD, 'old');
    world.faultAt(EU, 'denied', ['BatchGetSecretValue']);
    await portal.sweep();
    expect(at(EU)).toMatchObject({ versionId: expect.any(String) });
    expect(at(EU).fingerprint).toBeUndefined();
    expect(stateOf(EU)).toMatchObject({ state: 'lost', secrets: 1 });
    world.faultAt(EU, 'none');
    await portal.sweep();
    expect(at(EU).fingerprint).toBeDefined();
  });

  it('says of a single secret why its value cannot be read', async () => {
    world.put([EU], PASSWORD, 'old');
    world.storeOf(EU).get(FULL_NAME).kmsKeyId = 'alias/unusable';
    world.put([EU], ['payments', 'other'], 'readable');
    await portal.sweep();
    expect(at(EU).unreadable).toContain('production/eu');
    expect(at(EU).fingerprint).toBeUndefined();
    expect(stateOf(EU).state).toBe('live');
    const before = await knex('secret_records').orderBy('id');
    await portal.sweep();
    expect(await knex('secret_records').orderBy('id')).toEqual(before);
  });

  it('keeps a deleted secret as long as AWS lists it, and asks for no value of it', async () => {
    world.put([EU, US], PASSWORD, 'old');
    await portal.sweep();
    await portal.clients.of(EU).delete(FULL_NAME, { recoveryDays: 7 });
    await portal.clients.of(US).delete(FULL_NAME, 'atOnce');
    world.calls();
    await portal.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
    expect(at(EU)).toMatchObject({
      deletedAt: expect.any(Number),
      fingerprint: expect.anything(),
    });
    expect(at(US)).toBeUndefined();
    expect(portal.memory.ofService('payments')).toHaveLength(1);
  });

  it('never asks for the value of a secret that no service of the catalog owns', async () => {
    world.put([EU], ['somebody', 'token'], 'not ours');
    world.storeOf(EU).put({
      name: 'by-hand',
      createdAt: Date.now(),
      versions: [{ value: 'of nobody', createdAt: Date.now() }],
    });
    await portal.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
    expect(portal.memory.find(EU, 'by-hand')).toMatchObject({
      name: 'by-hand',
      serviceName: undefined,
    });
    expect(portal.memory.ofService('somebody')).toHaveLength(1);

    world.catalog.add('somebody');
    await portal.sweep();
    expect(world.calls()).toEqual({ ...SIX_LISTS, BatchGetSecretValue: 1 });
  });

  it('does not take its own reading for somebody who uses the secret', async () => {
    world.put([EU], PASSWORD, 'old');
    await portal.sweep();
    await portal.sweep();
    expect(at(EU).readAt).toBeUndefined();
    world.goOn(24 * 3_600_000);
    await portal.clients.of(EU).value(FULL_NAME);
    await portal.sweep();
    expect(at(EU).readAt).toBe(Date.parse('2026-11-25'));
  });

  it('needs no value after a restart, nor on another replica', async () => {
    world.put(everywhereIn('production'), PASSWORD, 'old');
    await portal.sweep();
    world.calls();
    const restarted = await world.open();
    expect(at(EU, restarted)).toEqual(at(EU));
    expect(restarted.memory.places()).toMatchObject(
      portal.memory.places().map(({ state, sweptAt }) => ({ state, sweptAt })),
    );
    await restarted.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
  });

  it('makes all fingerprints anew where the key is a new one, each once', async () => {
    world.put(everywhereIn('production'), PASSWORD, 'old');
    await portal.sweep();
    world.calls();
    const rotated = await world.open({ keys: ['2027', '2026'] });
    await rotated.sweep();
    expect(world.calls()).toEqual({ ...SIX_LISTS, BatchGetSecretValue: 3 });
    expect(at(EU, rotated).fingerprint!.keyId).toBe('2027');
    await rotated.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
  });

  it('goes on where the catalog does not answer, without reading values', async () => {
    world.put([EU], PASSWORD, 'old');
    world.catalog.fail(true);
    await portal.sweep();
    expect(world.calls()).toEqual(SIX_LISTS);
    expect(stateOf(EU)).toMatchObject({ state: 'live', secrets: 1 });
    world.catalog.fail(false);
    await portal.sweep();
    expect(at(EU).fingerprint).toBeDefined();
  });

  it('is scheduled for each place on its own', async () => {
    const scheduler = mockServices.scheduler.mock();
    await world.open({ scheduler });
    expect(
      scheduler.scheduleTask.mock.calls.map(([{ id, scope }]) => [id, scope]),
    ).toContainEqual(['look-through-production-eu', 'global']);
    expect(scheduler.scheduleTask).toHaveBeenCalledTimes(6);
  });

  it('is seen by every replica, whichever made it', async () => {
    const other = await world.open();
    world.put([EU], PASSWORD, 'old');
    await portal.sweep();
    expect(at(EU, other)).toBeUndefined();
    other.hear();
    await eventually(() => {
      expect(at(EU, other)).toEqual(at(EU));
      expect(other.changes).toContainEqual(new Set(['payments']));
    });
  });

  it('agrees with a sweep of another replica and with a change at the same moment', async () => {
    const other = await world.open();
    world.put(everywhereIn('production'), PASSWORD, 'old');
    await portal.sweep();
    for (let round = 0; round < 5; round++) {
      const content = `value ${round}`;
      const versionId = await setBehindOurBack(EU, content);
      const value = { encoding: 'text' as const, content };
      await Promise.all([
        portal.sweep(),
        other.sweep(),
        other.looking.at(EU, [FULL_NAME], { value, versionId }),
      ]);
      other.hear();
      portal.hear();
      await eventually(() => {
        expect(at(EU)).toMatchObject({ versionId, fingerprint: { versionId } });
        expect(at(EU, other)).toEqual(at(EU));
      });
    }
  });

  describe('beside a look at single secrets', () => {
    it('does not lose what was just set to a list that lags behind', async () => {
      world.put([EU], PASSWORD, 'old');
      await portal.sweep();
      const list = world.holdListOf(EU);
      const content = 'new';
      const versionId = await setBehindOurBack(EU, content);
      await portal.looking.at(EU, [FULL_NAME], {
        value: { encoding: 'text', content },
        versionId,
      });
      expect(world.calls()).toEqual({ DescribeSecret: 1 });
      expect(at(EU)).toMatchObject({ fingerprint: { versionId } });

      await portal.sweep();
      expect(at(EU)).toMatchObject({ versionId, fingerprint: { versionId } });
      list.letGo();
    });

    it('keeps a secret that a list does not have yet, for five minutes', async () => {
      await portal.sweep();
      const list = world.holdListOf(EU);
      world.put([EU], PASSWORD, 'new');
      await portal.looking.at(EU, [FULL_NAME]);
      await portal.sweep();
      expect(at(EU)).toBeDefined();
      world.goOn(FIVE_MINUTES + 1);
      await portal.sweep();
      expect(at(EU)).toBeUndefined();
      list.letGo();
    });

    it('sees at once what was changed, created and deleted of one service', async () => {
      world.put([EU, US], PASSWORD, 'old');
      await portal.sweep();
      const versionId = await setBehindOurBack(EU, 'new');
      await portal.clients.of(US).delete(FULL_NAME, 'atOnce');
      world.put([AP], PASSWORD, 'new');
      await portal.looking.atService('payments');
      expect(at(EU)).toMatchObject({ fingerprint: { versionId } });
      expect(at(US)).toBeUndefined();
      expect(at(AP).fingerprint!.digest).toBe(at(EU).fingerprint!.digest);
    });

    it('loses the place that does not answer, and shows the others', async () => {
      world.put([EU, US], PASSWORD, 'old');
      world.faultAt(US, 'denied');
      await portal.looking.atService('payments');
      expect(at(EU)).toBeDefined();
      expect(stateOf(US)).toMatchObject({
        state: 'lost',
        problem: expect.stringContaining('production/us'),
      });
    });
  });
});
