import {
  answered,
  FRANKFURT,
  PRODUCTION,
  QUOTES,
  refused,
  VIRGINIA,
} from './__testUtils__/asking';
import { type Portal, startRollback } from './__testUtils__/startRollback';

const DAY = 86_400_000;
const PAYMENTS = 'component:default/payments';

let portal: Portal;
beforeAll(async () => {
  portal = await startRollback();
  await portal.seen();
});
afterAll(() => portal.stop());

const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY).toISOString();
const planSet = (days: number, more: object = {}) =>
  answered(portal, 'plan-rollback-set', {
    system: 'selling',
    environment: PRODUCTION,
    at: daysAgo(days),
    ...more,
  });

describe('the plan for a whole system', () => {
  it('brings back each service that ran something else at that moment', async () => {
    const { system, plans, others } = await planSet(10);
    expect(system).toBe('system:default/selling');
    expect(plans).toMatchObject([
      { service: QUOTES, from: '4.12.1', version: '4.11.7', obstacles: [] },
    ]);
    expect(others).toEqual([
      {
        service: 'component:default/depot',
        sentence: expect.stringContaining('sphera.rollback.layouts'),
      },
      { service: PAYMENTS, sentence: 'Was to run 2.30.4 then as it is now' },
    ]);
  });

  it('has all of them where the moment is far enough back', async () => {
    const { plans } = await planSet(30);
    expect(
      plans.map(({ service, version }: any) => [service, version]),
    ).toEqual([
      [PAYMENTS, '2.29.0'],
      [QUOTES, '4.10.3'],
    ]);
  });

  it('brings each region back to what that region ran', async () => {
    // Frankfurt had the next version a day before Virginia.
    const { plans } = await planSet(18.5, { system: 'system:default/selling' });
    expect(plans).toMatchObject([
      {
        service: QUOTES,
        version: '4.11.7 and 4.10.3',
        files: [
          { regions: [FRANKFURT], to: '4.11.7' },
          { regions: [VIRGINIA], to: '4.10.3' },
        ],
      },
    ]);
  });

  it('leaves alone what was not there yet', async () => {
    const { plans, others } = await planSet(45);
    expect(plans).toMatchObject([{ service: PAYMENTS }]);
    expect(others).toContainEqual({
      service: QUOTES,
      sentence: 'Was not to run yet then',
    });
  });

  it('is refused for a moment that is still to come', async () => {
    const call = portal.dana.ask('plan-rollback-set', {
      system: 'selling',
      environment: PRODUCTION,
      at: daysAgo(-1),
    });
    expect(await refused(call, 400)).toBe('at must be a moment that is over');
  });

  it.each([
    ['that has no services', 'storage'],
    ['that is none', 'a/b/c'],
  ])('is refused for a system %s', async (_what, system) => {
    const call = portal.dana.ask('plan-rollback-set', {
      system,
      environment: PRODUCTION,
      at: daysAgo(1),
    });
    expect(await refused(call, 400)).toMatch(/^system must /);
  });
});
