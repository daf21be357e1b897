import { planned, PRODUCTION, STAGING } from './__testUtils__/asking';
import { type Portal, startRollback } from './__testUtils__/startRollback';

let portal: Portal;
beforeAll(async () => {
  portal = await startRollback();
  await portal.seen();
});
afterAll(() => portal.stop());

describe('a lock in the way of a rollback', () => {
  const lock = async (input: object) => {
    const { body } = await portal.sam.ask('lock', {
      service: 'dispatch',
      reason: 'the audit goes on',
      ...input,
    });
    return body.id as string;
  };
  const unlock = (id: string) =>
    portal.sam.ask('unlock', { id, reason: 'it is over' });

  it('stops it where it is on rollbacks', async () => {
    const id = await lock({ actions: ['rollback'] });
    const { locks, obstacles } = await planned(portal, 'dispatch', '6.2.0');
    expect(locks).toMatchObject([
      { id, holds: 'rollback', placedBy: 'user:default/sam' },
    ]);
    expect(obstacles).toEqual([
      'Rollbacks of dispatch are locked by user:default/sam until somebody unlocks: the audit goes on',
    ]);
    await unlock(id);
  });

  it('holds back clusters alone where it is on deploys', async () => {
    const id = await lock({ actions: ['deploy'], environment: PRODUCTION });
    const { locks, obstacles } = await planned(portal, 'dispatch', '6.2.0');
    expect(locks).toMatchObject([{ id, holds: 'clusters' }]);
    expect(obstacles).toEqual([]);
    await unlock(id);
  });

  it.each([
    ['merges', { actions: ['merge'] }],
    ['another environment', { actions: ['rollback'], environment: STAGING }],
  ])('is none where it is on %s', async (_what, input) => {
    const id = await lock(input);
    const { locks } = await planned(portal, 'dispatch', '6.2.0');
    expect(locks).toEqual([]);
    await unlock(id);
  });
});
