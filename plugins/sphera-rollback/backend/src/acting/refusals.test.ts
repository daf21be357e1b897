import { PRODUCTION, planned, refused } from '../__testUtils__/asking';
import { helmValues } from '../__testUtils__/files';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import { StoppingPoint } from '../running/__testUtils__/StoppingPoint';
import { ASKED, begin, ended } from './__testUtils__/rollingBack';

const UNKNOWN = { id: '3c1c4a86-9a57-4a35-8f4e-3f0a6d0b8a11', reason: 'why' };

describe('a rollback is refused', () => {
  let portal: Portal;
  const at = new StoppingPoint('before the end of push');
  beforeAll(async () => {
    portal = await startRollback({ follows: true, plugin: at.plugin });
    await portal.seen();
  });
  afterAll(() => portal.stop());
  const start = (more: object = {}) =>
    portal.dana.ask('start-rollback', { ...ASKED, ...more });

  it('where the version is to run there already', async () => {
    const { body } = await start({ version: '4.12.1' });
    expect(body.error).toMatchObject({
      message:
        'version must be another one than 4.12.1, which is to run there already',
      details: { fields: [{ field: 'version' }] },
    });
  });

  it('where something has changed since somebody saw its plan', async () => {
    const { id: plan } = await planned(portal, 'quotes', '4.11.7');
    await portal.world.push('deployments', {
      files: {
        'booking/quotes/production/eu-central-1/values.yaml': helmValues(
          'quotes',
          '4.12.2',
        ),
      },
      message: 'quotes 4.12.2',
    });
    expect(await refused(start({ plan }), 409)).toContain(
      'look at the plan again',
    );
  });

  it('where rollbacks of the service are locked', async () => {
    const { body: lock } = await portal.dana.ask('lock', {
      service: 'tracker',
      environment: PRODUCTION,
      actions: ['rollback'],
      reason: 'a migration is under way',
    });
    const asked = { service: 'tracker', version: '11.4.0' };
    expect(await refused(start(asked), 409)).toContain(lock.reason);
  });

  it('where another one of the service runs there, naming it; and once that is over it may begin', async () => {
    const first = await begin(portal);
    await at.reached();
    const { status, body } = await start({ version: '4.10.3' });
    expect(status).toBe(409);
    expect(body.error.message).toContain('user:default/dana is rolling');
    expect(body.error.details).toEqual({ rollback: first });
    const cancel = { id: first, reason: 'too late' };
    expect(
      await refused(portal.dana.ask('cancel-rollback', cancel), 409),
    ).toContain('roll forward instead');
    at.goOn();
    expect(await ended(portal, first)).toMatchObject({ state: 'done' });
    expect(
      await refused(portal.dana.ask('cancel-rollback', cancel), 409),
    ).toContain('is over');
    await ended(portal, await begin(portal, { version: '4.10.3' }));
  });

  it.each(['cancel-rollback', 'roll-forward'])(
    'where there is none to %s',
    async operation => {
      expect(await refused(portal.dana.ask(operation, UNKNOWN), 404)).toContain(
        'There is no rollback',
      );
    },
  );

  it('of many in the same moment but one', async () => {
    const asked = { service: 'dispatch', version: '6.2.0' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => start(asked)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409,
    ]);
    const { id } = answers.find(({ status }) => status === 200)!.body;
    await ended(portal, id);
  });
});
