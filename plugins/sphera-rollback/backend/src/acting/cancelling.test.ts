import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from '../__testUtils__/asking';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import { commitsOf, logOf } from '../running/__testUtils__/logOf';
import { StoppingPoint } from '../running/__testUtils__/StoppingPoint';
import { begin, ended, locksOn } from './__testUtils__/rollingBack';

describe('cancelling a rollback', () => {
  let portal: Portal;
  const start = async (at?: StoppingPoint) => {
    portal = await startRollback({ follows: true, plugin: at?.plugin });
    await portal.seen();
  };
  afterEach(() => portal.stop());
  const cancel = (id: string) =>
    answered(portal, 'cancel-rollback', { id, reason: 'it was the network' });

  it.each([
    'before the beginning of commit',
    'after the end of commit',
    'after the beginning of push',
    'before the point of no return',
  ])('works %s, and nothing is in the repository then', async boundary => {
    const at = new StoppingPoint(boundary);
    await start(at);
    const before = await logOf(portal.world, 'deployments');
    const id = await begin(portal);
    await at.reached();
    expect(await cancel(id)).toMatchObject({
      state: 'running',
      canCancel: false,
    });
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({
      state: 'cancelled',
      sentence: 'user:default/dana cancelled it: it was the network',
    });
    expect(await logOf(portal.world, 'deployments')).toEqual(before);
    expect(await locksOn(portal)).toEqual([]);
    await eventually(async () => {
      const { slack } = await answered(portal, 'get-rollback', { id });
      expect(slack).toMatchObject({ state: 'sent' });
    });
    // The service is free for the next one.
    expect(await ended(portal, await begin(portal))).toMatchObject({
      state: 'done',
    });
  });

  it.each(['after the point of no return', 'before push of a commit'])(
    'is too late %s',
    async boundary => {
      const at = new StoppingPoint(boundary);
      await start(at);
      const id = await begin(portal);
      await at.reached();
      const { status } = await portal.dana.ask('cancel-rollback', {
        id,
        reason: 'too late',
      });
      expect(status).toBe(409);
      at.goOn();
      expect(await ended(portal, id)).toMatchObject({ state: 'done' });
    },
  );

  it('closes its pull request while that waits, and takes its branch away', async () => {
    const at = new StoppingPoint('after a state of a pull request');
    await start(at);
    const id = await begin(portal, { service: 'payments', version: '2.29.0' });
    await at.reached();
    await cancel(id);
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({
      state: 'cancelled',
      commits: [{ isPushed: false, pullRequest: { state: 'It was closed' } }],
    });
    expect(
      await commitsOf(portal.world, id, 'billing-deployments'),
    ).toHaveLength(0);
    const branch = `sphera/rollback-${id}`;
    await expect(
      logOf(portal.world, 'billing-deployments', branch),
    ).rejects.toThrow('unknown revision');
  });
});
