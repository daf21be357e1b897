import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { FRANKFURT, planned, valuesOf, VIRGINIA } from './__testUtils__/asking';
import { helmValues } from './__testUtils__/files';
import { run } from './__testUtils__/runInClusters';
import { type Portal, startRollback } from './__testUtils__/startRollback';

let portal: Portal;
beforeAll(async () => {
  portal = await startRollback();
  await portal.seen();
});
afterAll(() => portal.stop());

const deploy = (
  region: string,
  version: string,
  more: { trailers?: string; daysAgo?: number } = {},
) =>
  portal.world.push('deployments', {
    files: { [valuesOf(region)]: helmValues('quotes', version) },
    message: `quotes ${version}\n\n${more.trailers ?? ''}`,
    daysAgo: more.daysAgo ?? 0,
  });

/** The warnings of a plan about what Git says, once that is as it should be. */
async function warned(version: string, from: string, more: object = {}) {
  return eventually(async () => {
    const plan = await planned(portal, 'quotes', version, more);
    expect(plan.from).toBe(from);
    return plan as { warnings: string[]; migrations: object[]; files: any[] };
  });
}

// One after the other: each goes on from what the one before has pushed.
describe('before a rollback, the portal warns', () => {
  it('of a cluster that runs something else than its file says', async () => {
    run(portal.world.kubernetes.cluster('production-us'), 'quotes', ['4.12.0']);
    await eventually(async () => {
      const { warnings, clusters } = await planned(portal, 'quotes', '4.11.7');
      expect(warnings).toEqual([
        'production-us: It runs 4.12.0, although its file says 4.12.1',
      ]);
      expect(clusters[1]).toMatchObject({ version: '4.12.0' });
    });
    run(portal.world.kubernetes.cluster('production-us'), 'quotes', ['4.12.1']);
  });

  it('of a version that a region never had', async () => {
    await deploy(FRANKFURT, '4.12.9', { daysAgo: 1.9 });
    await deploy(FRANKFURT, '4.13.0', {
      daysAgo: 0.7,
      trailers: 'Database-Migration: prices have cents\n',
    });
    const { warnings } = await warned('4.12.9', '4.12.1', {
      regions: [VIRGINIA],
    });
    expect(warnings).toContain('4.12.9 never ran in Virginia');
  });

  it('of a way that leads ahead', async () => {
    const { warnings, files } = await warned('4.13.0', '4.12.1', {
      regions: [VIRGINIA],
    });
    expect(warnings).toContain(
      '4.13.0 is newer than 4.12.1, which is to run in Virginia now: this goes ahead, not back',
    );
    expect(files[0]).not.toHaveProperty('versionsBack');
  });

  it('of what a version on the way back changed in its database for good', async () => {
    const { migrations } = await warned('4.11.7', '4.13.0 and 4.12.1');
    expect(migrations).toEqual([
      { version: '4.13.0', what: 'prices have cents' },
    ]);
  });

  it('of a version that ran for a short time only', async () => {
    await deploy(FRANKFURT, '4.13.1');
    const { warnings } = await warned('4.13.0', '4.13.1', {
      regions: [FRANKFURT],
    });
    expect(warnings).toContain('4.13.0 ran for 17 hours only');
  });

  it('of a version that a rollback took away', async () => {
    await deploy(FRANKFURT, '4.12.9', {
      trailers:
        'Sphera-Operation: of-a-test\nSphera-Rollback-From: 4.13.1\nSphera-Rollback-To: 4.12.9\n',
    });
    const { warnings } = await warned('4.13.1', '4.12.9', {
      regions: [FRANKFURT],
    });
    expect(warnings).toContain('A rollback took 4.13.1 away before');
  });
});
