import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, PRODUCTION, QUOTES } from '../__testUtils__/asking';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import { logOf } from '../running/__testUtils__/logOf';
import { begin, ended, locksOn, stepsOf } from './__testUtils__/rollingBack';

describe('a rollback', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startRollback({ follows: true });
    await portal.seen();
  });
  afterEach(() => portal.stop());

  it('goes from the button to clusters that run the version, a lock and one message', async () => {
    const id = await begin(portal);
    expect(await ended(portal, id)).toMatchObject({
      state: 'done',
      sentence: '4.11.7 runs in production',
      steps: [
        { name: 'commit', state: 'done' },
        { name: 'push', state: 'done' },
        { name: 'unlock', state: 'skipped' },
        { name: 'sync', state: 'skipped' },
        { name: 'roll-out', state: 'done' },
        { name: 'lock', state: 'done' },
      ],
      clusters: [
        { cluster: 'production-eu', state: 'ready', pods: { ready: 3 } },
        { cluster: 'production-us', state: 'ready', pods: { ready: 3 } },
      ],
      lock: { isWanted: true, id },
      canCancel: false,
      canRollForward: true,
    });
    await eventually(async () => {
      const { slack } = await answered(portal, 'get-rollback', { id });
      expect(slack).toMatchObject({ channel: 'incidents', state: 'sent' });
    });
    expect(portal.world.slack.messages('incidents')).toHaveLength(1);
  });

  it('is one commit by the portal that says who, why, and what', async () => {
    const id = await begin(portal);
    const { commits } = await ended(portal, id);
    const [commit, before] = await logOf(portal.world, 'deployments');
    expect(commits).toMatchObject([{ hash: commit.hash, isPushed: true }]);
    expect(commit.author).toBe('sphera <sphera@kestrel-parcels.example>');
    expect(commit.body).toBe(
      `Roll back quotes in production to 4.11.7

quotes are empty since 12:00

Sphera-Operation: ${id}
Sphera-Rollback-From: 4.12.1
Sphera-Rollback-To: 4.11.7
Co-authored-by: Dana Okafor <dana.okafor@kestrel-parcels.example>`,
    );
    expect(before.body).not.toContain('Sphera-Operation');
  });

  it('holds deploys back with a lock that names it, however long its reason is', async () => {
    const id = await begin(portal, { reason: 'x'.repeat(500) });
    await ended(portal, id);
    const { items } = await answered(portal, 'list-locks', { service: QUOTES });
    expect(items).toMatchObject([
      {
        id,
        environment: PRODUCTION,
        actions: ['deploy'],
        reason: expect.stringMatching(
          /^Rolled back from 4\.12\.1 to 4\.11\.7: x+… \(rollback .+\)$/,
        ),
      },
    ]);
  });

  it('leaves deploys open where somebody says so', async () => {
    const id = await begin(portal, { lock: false });
    expect(stepsOf(await ended(portal, id))).toMatchObject({ lock: 'skipped' });
    expect(await locksOn(portal)).toEqual([]);
  });

  it('is in some regions only where somebody says so', async () => {
    const id = await begin(portal, { regions: ['us-east-1'] });
    expect(await ended(portal, id)).toMatchObject({
      state: 'done',
      clusters: [{ cluster: 'production-us', state: 'ready' }],
      files: [{ path: 'booking/quotes/production/us-east-1/values.yaml' }],
    });
  });
});
