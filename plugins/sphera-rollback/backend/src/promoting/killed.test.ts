import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { helmValues } from '../__testUtils__/files';
import { run } from '../__testUtils__/runInClusters';
import {
  type CrashWorld,
  startCrashWorld,
} from '../running/__testUtils__/crash/startCrashWorld';
import { logOf } from '../running/__testUtils__/logOf';
import { promotion, REASON } from './__testUtils__/promoting';

jest.setTimeout(300_000);

const VERSION = '4.13.0';
/** A process takes as long to start as the machine has others to serve. */
const PATIENCE_MS = 120_000;

describe('a promotion whose portal is killed', () => {
  let crash: CrashWorld;
  beforeAll(async () => {
    crash = await startCrashWorld(1);
  });
  afterAll(() => crash.stop());

  it('between its commit and the record of it is found when somebody asks again: one commit, and both on the record', async () => {
    const { world, services } = crash;
    const [service] = services;
    world.registry.push(service, VERSION);
    run(world.kubernetes.cluster('staging-eu'), service, [VERSION]);
    await world.push('deployments', {
      files: {
        [`crash/${service}/staging/values.yaml`]: helmValues(service, VERSION),
      },
      message: 'In staging first',
    });
    const seenBy = async (another: boolean) => {
      const replica = await crash.replica({ another });
      await eventually(async () => {
        const inStaging = { service, environment: 'staging' };
        expect(
          await replica.ask('list-deployments', inStaging, 'sphera-kubernetes'),
        ).toMatchObject({ items: [{ version: VERSION, health: 'healthy' }] });
      }, PATIENCE_MS);
      return replica;
    };

    const killed = await seenBy(true);
    // The branch has moved; that it has is not yet answered.
    world.git.repositories.onPush(() => killed.kill());
    const wish = promotion(service, { reason: REASON });
    await expect(killed.ask('promote', wish)).rejects.toThrow();
    const [commit, before] = await logOf(world, 'deployments');
    expect([commit.subject, before.subject]).toEqual([
      `Promote ${service} ${VERSION} from staging to production`,
      'In staging first',
    ]);
    expect(crash.outcomes('sphera-rollback:promote')).toEqual(['initiated']);

    const other = await seenBy(false);
    expect(await other.ask('promote', wish)).toMatchObject({
      version: VERSION,
      commits: [{ repository: 'deployments', hash: commit.hash }],
    });
    expect((await logOf(world, 'deployments'))[0]).toEqual(commit);
    // What began and has no end is listed as such by the audit log.
    expect(crash.outcomes('sphera-rollback:promote')).toEqual([
      'initiated',
      'initiated',
      'succeeded',
    ]);
  });
});
