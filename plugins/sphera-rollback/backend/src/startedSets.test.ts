import { answered, PRODUCTION, QUOTES, refused } from './__testUtils__/asking';
import { type Portal, startRollback } from './__testUtils__/startRollback';

const PAYMENTS = 'component:default/payments';
const THIRTY_DAYS = 30 * 86_400_000;

let portal: Portal;
beforeEach(async () => {
  portal = await startRollback();
  await portal.seen();
});
afterEach(() => portal.stop());

const wish = () => ({
  system: 'selling',
  environment: PRODUCTION,
  at: new Date(Date.now() - THIRTY_DAYS).toISOString(),
});
const start = (more: object = {}) =>
  portal.dana.ask('start-rollback-set', {
    ...wish(),
    services: [QUOTES, PAYMENTS],
    reason: 'nobody can pay',
    ...more,
  });

describe('a rollback set', () => {
  it('rolls each of its services back, and tells how each stands', async () => {
    const { body: set, status } = await start();
    expect({ status, error: set.error }).toEqual({ status: 200 });
    expect(set).toMatchObject({
      system: 'system:default/selling',
      environment: PRODUCTION,
      reason: 'nobody can pay',
      startedBy: 'user:default/dana',
      state: 'running',
      sentence: '2 rollbacks: 2 under way',
      rollbacks: [
        { service: QUOTES, version: '4.10.3', set: set.id },
        { service: PAYMENTS, version: '2.29.0', set: set.id },
      ],
    });
    const { id, rollbacks } = await answered(portal, 'get-rollback-set', {
      id: set.id,
    });
    expect(id).toBe(set.id);
    expect(rollbacks).toHaveLength(2);
    const { items } = await answered(portal, 'list-rollbacks', { set: id });
    expect(items).toHaveLength(2);
  });

  it('begins with the plans that somebody saw, or not at all', async () => {
    const { plans } = await answered(portal, 'plan-rollback-set', wish());
    const [payments, quotes] = plans.map((plan: { id: string }) => plan.id);
    expect(
      await refused(start({ plans: [quotes, 'of-yesterday'] }), 409),
    ).toContain(PAYMENTS);
    expect((await answered(portal, 'list-rollbacks')).totalItems).toBe(0);
    const { status } = await start({ plans: [quotes, payments] });
    // Moments differ by a little; what ran then does not.
    expect(status).toBe(200);
  });

  it('does not begin at all where one of its services cannot', async () => {
    await portal.sam.ask('lock', {
      service: 'payments',
      actions: ['rollback'],
      reason: 'the audit goes on',
    });
    expect(await refused(start(), 409)).toContain('the audit goes on');
    expect((await answered(portal, 'list-rollbacks')).totalItems).toBe(0);
  });

  it('is refused for a service that would stay as it is, saying why', async () => {
    const services = [QUOTES, 'component:default/depot'];
    const sentence = await refused(start({ services }), 400);
    expect(sentence).toContain('component:default/depot');
    expect(sentence).toContain('sphera.rollback.layouts');
  });
});
