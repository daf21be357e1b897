import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  setTheClock,
  startLocks,
  stopTheClock,
} from './__testUtils__/startLocks';

const NOON = '2026-11-24T12:00:00.000Z';
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('the gate', () => {
  beforeEach(() => stopTheClock(NOON));
  afterEach(() => jest.useRealTimers());

  const production = { service: 'payments', environment: 'production' };

  describe('for people who read the log of a pipeline', () => {
    it('says in one line that the way is free', async () => {
      const { pipeline } = await startLocks();
      const { text, type } = await pipeline
        .get('gate', { ...production, format: 'text' })
        .expect(200);
      expect(type).toBe('text/plain');
      expect(text).toBe(
        'ALLOWED  component:default/payments in production: deploy\n',
      );
    });

    it('says who locked, since when, until when and why, a line for each lock', async () => {
      const { dana, sam, pipeline } = await startLocks();
      await dana.post('lock', { reason: 'audit\nweek', expiresIn: 'P1D' });
      setTheClock('2026-11-24T12:01:00.000Z');
      await sam.post('lock', { service: 'payments', reason: 'incident 4711' });

      const { text } = await pipeline.get('gate', {
        ...production,
        format: 'text',
      });
      expect(text).toBe(
        [
          'LOCKED  component:default/payments in production: deploy',
          '  by sam since 2026-11-24T12:01:00.000Z until somebody unlocks: incident 4711',
          '  by dana since 2026-11-24T12:00:00.000Z until 2026-11-25T12:00:00.000Z: audit week',
          '',
        ].join('\n'),
      );
    });

    it('says what is wrong with the question', async () => {
      const { pipeline } = await startLocks();
      const { text } = await pipeline
        .get('gate', { service: 'paymets', action: 'merge', format: 'text' })
        .expect(200);
      expect(text).toBe(
        'LOCKED  component:default/paymets: merge\n  The software catalog has no service component:default/paymets\n',
      );
    });
  });

  it('lets a deploy without an environment pass only where none is locked', async () => {
    const { dana, pipeline } = await startLocks();
    await dana.post('lock', { ...production, reason: 'incident' });
    const { body } = await pipeline.get('gate', { service: 'payments' });
    expect(body).toMatchObject({ allowed: false });
  });

  it('stays closed for a service that the catalog does not know', async () => {
    const { pipeline } = await startLocks();
    const { body } = await pipeline
      .get('gate', { ...production, service: 'paymets' })
      .expect(200);
    expect(body).toEqual({
      service: 'component:default/paymets',
      environment: 'production',
      action: 'deploy',
      allowed: false,
      reason: 'The software catalog has no service component:default/paymets',
      locks: [],
    });
  });

  it('may be told to let unknown services pass; locks on everything hold them back', async () => {
    const { dana, pipeline } = await startLocks({
      config: { unknownServices: 'allow' },
    });
    const ask = async () =>
      (await pipeline.get('gate', { service: 'not-in-the-catalog' })).body;

    expect(await ask()).toMatchObject({ allowed: true });
    await dana.post('lock', { reason: 'incident' });
    expect(await ask()).toMatchObject({ allowed: false });
  });

  it('stays closed for an environment that nobody defined, and names those there are', async () => {
    const { pipeline } = await startLocks();
    const { body } = await pipeline
      .get('gate', { service: 'payments', environment: 'prod' })
      .expect(200);
    expect(body).toMatchObject({
      allowed: false,
      reason:
        'There is no environment "prod": it must be one of staging, production',
    });
  });

  describe('answers from memory', () => {
    let database: Knex;
    let statements: string[];
    beforeEach(async () => {
      database = await databases.init('SQLITE_3');
      statements = [];
      database.on('query', ({ sql }) => {
        if (/`(locks|freeze_windows)`/.test(sql)) statements.push(sql);
      });
    });

    it('without asking the database again', async () => {
      const { pipeline } = await startLocks({ database });
      await pipeline.get('gate', production).expect(200);
      statements.length = 0;
      for (let n = 0; n < 20; n++) {
        await pipeline.get('gate', production).expect(200);
      }
      expect(statements).toEqual([]);
    });

    it('for three seconds, and no longer', async () => {
      const { pipeline } = await startLocks({ database });
      await pipeline.get('gate', production);
      // Another replica, of which this one has not heard yet.
      await database('locks').insert({
        id: 'elsewhere',
        actions: 'deploy',
        reason: 'incident',
        placed_by: 'user:default/sam',
        placed_at: Date.now(),
      });
      const ask = async () => (await pipeline.get('gate', production)).body;

      setTheClock('2026-11-24T12:00:02.999Z');
      expect(await ask()).toMatchObject({ allowed: true });
      setTheClock('2026-11-24T12:00:03.000Z');
      expect(await ask()).toMatchObject({ allowed: false });
    });

    it('and never says "allowed" when it cannot know', async () => {
      const { pipeline } = await startLocks({ database });
      await pipeline.get('gate', production).expect(200);
      await database.schema.renameTable('locks', 'gone');
      setTheClock('2026-11-24T12:00:10.000Z');

      const { body } = await pipeline.get('gate', production).expect(503);
      expect(body.error.message).toMatch(/^It cannot be told what is locked/);
      await database.schema.renameTable('gone', 'locks');
      await pipeline.get('gate', production).expect(200);
    });
  });
});
