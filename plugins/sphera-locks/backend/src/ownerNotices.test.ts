import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { SAM, startLocks } from './__testUtils__/startLocks';

describe('owners', () => {
  const sent: NotificationSendOptions[] = [];
  beforeEach(() => {
    sent.length = 0;
  });
  const start = () =>
    startLocks({ notify: async options => void sent.push(options) });

  it('are told when somebody else locks their service', async () => {
    const { sam } = await start();
    await sam
      .post('lock', { service: 'payments', reason: 'incident 4711' })
      .expect(200);
    await eventually(() =>
      expect(sent).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/checkout'],
            excludeEntityRef: SAM,
          },
          payload: {
            title: 'payments is locked: deploy',
            description: `${SAM}: incident 4711`,
            link: '/catalog/default/component/payments',
            severity: 'normal',
            topic: 'locks',
            scope: 'locks:component:default/payments',
          },
        },
      ]),
    );
  });

  it('are told when somebody else freezes their merges', async () => {
    const { sam } = await start();
    await sam.post('freeze-merges', { service: 'payments', reason: 'release' });
    await eventually(() =>
      expect(sent).toMatchObject([
        { payload: { title: 'Merges to payments are frozen' } },
      ]),
    );
  });

  it('are not told what one of them does, nor of a lock on everything', async () => {
    const { dana, sam } = await start();
    await dana.post('lock', { service: 'payments', reason: 'release' });
    await sam.post('lock', { reason: 'incident' });
    // Of which they are told: then what came before would have been told, too.
    await sam.post('freeze-merges', { service: 'payments', reason: 'release' });
    await eventually(() => expect(sent).not.toEqual([]));
    expect(sent).toMatchObject([
      { payload: { title: 'Merges to payments are frozen' } },
    ]);
  });

  it('need not be reachable for a lock to stand', async () => {
    const { sam, dana } = await startLocks({
      notify: async () => {
        throw new Error('notifications are not installed');
      },
    });
    await sam.post('lock', { service: 'payments', reason: 'x' }).expect(200);
    expect((await dana.get('list-locks')).body.totalItems).toBe(1);
  });
});
