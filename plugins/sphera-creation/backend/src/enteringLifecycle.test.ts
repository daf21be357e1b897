import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
// Creation asks it over HTTP alone; that both work together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { lifecyclePlugin } from '@sphera/plugin-lifecycle-backend';
import request from 'supertest';
import { answered, refused } from './__testUtils__/asking';
import { begin, DRAFT, publish, register } from './__testUtils__/creating';
import { DANA } from './__testUtils__/people';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const SERVICE = `component:default/${DRAFT.name}`;

/** Nobody has to hear of approvals here. */
const quiet = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send: async () => {} }),
});

describe('the life cycle of a service that is created', () => {
  let portal: Portal;
  let creation: string;
  beforeAll(async () => {
    portal = await startPortal({ features: [lifecyclePlugin, quiet] });
    creation = await begin(portal);
    await publish(portal, creation);
  });
  afterAll(() => portal.stop());

  const enter = () => portal.dana.ask('enter-lifecycle', { creation });

  it('waits for the service: the creation stops with a sentence, and goes on from there', async () => {
    expect(await refused(enter(), 400)).toContain(`it has no ${SERVICE}`);
    expect(
      await answered(portal.dana, 'get-creation', { creation }),
    ).toMatchObject({ state: 'stopped' });
    register(portal, creation);
    await answered(portal.dana, 'await-service', { creation });
    expect((await enter()).body).toMatchObject({
      step: 'lifecycle',
      state: 'done',
      sentence: 'It begins with Design review',
    });
  });

  it('is at its first stage, with nothing taken as given, begun by whoever creates the service', async () => {
    await enter();
    const { body } = await request(portal.server)
      .get('/api/sphera-lifecycle/v1/get-lifecycle')
      .query({ service: SERVICE })
      .set('authorization', mockCredentials.user.header(DANA));
    expect(body).toMatchObject({ stage: 'design-review', beganBy: DANA });
    const { stages } = body;
    expect(stages[0].steps).toMatchObject([{ name: 'review', state: 'open' }]);
  });
});
