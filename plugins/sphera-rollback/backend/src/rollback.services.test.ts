import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { RealCluster } from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, planned, PRODUCTION } from './__testUtils__/asking';
import { type RealWorld, startRealWorld } from './__testUtils__/realWorld';
import { imageOf, podsOf, setImage } from './__testUtils__/runInRealCluster';
import { startPortal } from './__testUtils__/startPortal';
import { begin, ended, locksOn } from './acting/__testUtils__/rollingBack';
import { commitsOf } from './running/__testUtils__/logOf';

jest.setTimeout(300_000);

let world: RealWorld;
let portal: Awaited<ReturnType<typeof startPortal>>;
beforeAll(async () => {
  world = await startRealWorld();
  // The plugins of a portal hear of each other.
  const bus = mockServices.events();
  const oneBus = createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => bus,
  });
  portal = await startPortal(world.config, { features: [oneBus] });
  await portal.seen();
});
afterAll(async () => {
  await portal?.stop();
  await world?.stop();
});

const inEach = <T>(look: (cluster: RealCluster) => Promise<T>) =>
  Promise.all(Object.values(world.clusters).map(look));

/** Waits until each cluster runs nothing of a service but three ready pods of a version. */
async function onlyRuns(service: string, version: string) {
  const pod = { image: imageOf(service, version), isReady: true };
  await eventually(async () => {
    const pods = await inEach(cluster => podsOf(cluster, service));
    expect(pods).toEqual([
      [pod, pod, pod],
      [pod, pod, pod],
    ]);
  });
}

/** Waits until no cluster would take a version from somebody who deploys; what they say. */
const refusals = (service: string, version: string) =>
  eventually(() =>
    inEach(async cluster => {
      const { done, text } = await cluster.kubectl(
        `${setImage(service, version)} --dry-run=server`,
      );
      expect(done).toBe(false);
      return text;
    }),
  );

const ready = (cluster: string) => ({
  cluster,
  state: 'ready',
  pods: { wanted: 3, ready: 3 },
});
const BOTH_READY = [ready('production-eu'), ready('production-us')];

describe('in real clusters', () => {
  it('a rollback brings the old pods by one commit, tells Slack in one message, and holds deploys back', async () => {
    const id = await begin(portal);
    expect(await ended(portal, id)).toMatchObject({
      state: 'done',
      commits: [{ isPushed: true }],
      clusters: BOTH_READY,
      lock: { isWanted: true, id },
    });
    await onlyRuns('quotes', '4.11.7');
    const commits = await commitsOf(world, id);
    expect(commits).toHaveLength(1);
    expect(commits[0].body).toContain(
      `\n\nSphera-Operation: ${id}\nSphera-Rollback-From: 4.12.1\nSphera-Rollback-To: 4.11.7\nCo-authored-by: Dana Okafor`,
    );
    expect(await locksOn(portal)).toEqual([id]);
    for (const text of await refusals('quotes', '4.12.1')) {
      expect(text).toContain(`(rollback ${id})`);
    }
    await eventually(async () => {
      const said = world.slack.messages('incidents');
      expect(said.filter(({ text }) => text.includes('quotes'))).toMatchObject([
        {
          text: expect.stringContaining('quotes was rolled back in production'),
          editedTs: expect.any(String),
        },
      ]);
    });
  });

  it('a roll-forward brings the new pods again, through the lock of its rollback, which it takes off', async () => {
    const id = await begin(portal, { service: 'tracker', version: '11.4.0' });
    await ended(portal, id);
    await onlyRuns('tracker', '11.4.0');
    await refusals('tracker', '11.5.2');
    const forward = await answered(portal, 'roll-forward', {
      id,
      reason: 'it is repaired',
    });
    expect(await ended(portal, forward.id)).toMatchObject({
      state: 'done',
      undoes: id,
      clusters: BOTH_READY,
    });
    await onlyRuns('tracker', '11.5.2');
    expect(await locksOn(portal, 'tracker')).toEqual([]);
    expect(await commitsOf(world, forward.id)).toHaveLength(1);
  });

  it('a rollback waits while the deploy lock of somebody else keeps clusters from following, as its plan says', async () => {
    const lock = await answered({ dana: portal.sam }, 'lock', {
      service: 'dispatch',
      environment: PRODUCTION,
      reason: 'the audit goes on',
    });
    await refusals('dispatch', '6.2.0');
    const { locks, obstacles } = await planned(portal, 'dispatch', '6.2.0');
    expect(locks).toMatchObject([{ id: lock.id, holds: 'clusters' }]);
    expect(obstacles).toEqual([]);

    const id = await begin(portal, { service: 'dispatch', version: '6.2.0' });
    await eventually(async () => {
      expect(world.agent.problems()).toEqual([
        expect.stringContaining('the audit goes on'),
        expect.stringContaining('the audit goes on'),
      ]);
      expect(await answered(portal, 'get-rollback', { id })).toMatchObject({
        state: 'running',
        commits: [{ isPushed: true }],
        clusters: [{ state: 'waiting' }, { state: 'waiting' }],
      });
    });
    await onlyRuns('dispatch', '6.3.0');

    await answered({ dana: portal.sam }, 'unlock', {
      id: lock.id,
      reason: 'the audit is over',
    });
    expect(await ended(portal, id)).toMatchObject({
      state: 'done',
      clusters: BOTH_READY,
    });
    await onlyRuns('dispatch', '6.2.0');
  });
});
