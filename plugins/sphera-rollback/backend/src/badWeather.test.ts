import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  answered,
  FRANKFURT,
  planned,
  PRODUCTION,
  QUOTES,
  refused,
  valuesOf,
  VIRGINIA,
} from './__testUtils__/asking';
import { TOKENS } from './__testUtils__/settings';
import { type Portal, startRollback } from './__testUtils__/startRollback';
import { helmValues } from './__testUtils__/files';

const inProduction = { service: QUOTES, environment: PRODUCTION };
const plan = { ...inProduction, version: '4.11.7' };

/** What the answer says of one file, once the portal has read what was pushed. */
function saidOf(portal: Portal, path: string) {
  return eventually(async () => {
    const { environments } = await answered(portal, 'get-layout', {
      service: 'quotes',
    });
    const file = environments[1].files.find((one: any) => one.path === path);
    expect(file).not.toHaveProperty('version');
    return file.problem as string;
  });
}

describe('in bad weather, looking', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startRollback();
    await portal.seen();
  });
  afterEach(() => portal.stop());

  it('names a file that is not there, and leaves the other regions alone', async () => {
    const path = valuesOf(FRANKFURT);
    await portal.world.push('deployments', {
      files: { [path]: null },
      message: 'tidied up',
    });
    expect(await saidOf(portal, path)).toBe(
      'deployments has no such file on the branch main',
    );
    expect(
      await refused(portal.dana.ask('plan-rollback', plan), 422),
    ).toContain(path);
    const other = await planned(portal, 'quotes', '4.11.7', {
      regions: [VIRGINIA],
    });
    expect(other.obstacles).toEqual([]);
  });

  it.each([
    ['is no YAML', 'image: [', /YAML/],
    ['has no tag', 'image: {}\n', /image\.tag/],
  ])('says of a file that it %s', async (_what, text, sentence) => {
    const path = valuesOf(FRANKFURT);
    await portal.world.push('deployments', {
      files: { [path]: text },
      message: 'oh no',
    });
    expect(await saidOf(portal, path)).toMatch(sentence);
    const refusal = await refused(portal.dana.ask('plan-rollback', plan), 422);
    expect(refusal).toContain(path);
    expect(refusal).toMatch(sentence);
  });

  it('passes over revisions that could not be read', async () => {
    const path = valuesOf(FRANKFURT);
    for (const text of ['image: [', helmValues('quotes', '4.12.2')]) {
      await portal.world.push('deployments', {
        files: { [path]: text },
        message: 'quotes',
      });
    }
    await eventually(async () => {
      const { items } = await answered(portal, 'list-versions', {
        ...inProduction,
        region: FRANKFURT,
      });
      expect(items.map(({ version }: any) => version)).toEqual([
        '4.12.2',
        '4.12.1',
        '4.11.7',
        '4.10.3',
      ]);
    });
  });

  it('says that a repository does not answer, and shows what is known', async () => {
    await answered(portal, 'list-versions', inProduction);
    portal.world.git.faults.set('down');
    await eventually(async () => {
      const { stale, items } = await answered(
        portal,
        'list-versions',
        inProduction,
      );
      expect(stale).toContain('deployments');
      expect(items).toHaveLength(3);
    });
    const { warnings, obstacles } = await planned(portal, 'quotes', '4.11.7');
    expect(warnings).toEqual([expect.stringContaining('deployments')]);
    expect(obstacles).toEqual([]);
  });

  it('is refused where a repository was never reached, without its token', async () => {
    portal.world.git.faults.set('down');
    const call = () => portal.dana.ask('list-versions', inProduction);
    expect(await refused(call(), 503)).toContain('deployments');
    expect(JSON.stringify((await call()).body)).not.toContain(TOKENS.git);
    const { environments } = await answered(portal, 'get-layout', {
      service: 'quotes',
    });
    expect(environments[1].problem).toContain('deployments');
  });

  it('does not wait for a registry that is down', async () => {
    portal.world.registry.faulty.set('down');
    const { items } = await answered(portal, 'list-versions', inProduction);
    expect(items[0].image).toBe('unknown');
    expect(await planned(portal, 'quotes', '4.11.7')).toMatchObject({
      image: 'unknown',
      warnings: [],
    });
  });

  it('plans to push first where GitHub cannot be asked about the branch', async () => {
    portal.world.gitHub.fault('down');
    const { way, obstacles } = await planned(portal, 'payments', '2.29.0');
    expect({ way, obstacles }).toEqual({ way: 'push', obstacles: [] });
  });

  it('says which cluster does not answer', async () => {
    portal.world.kubernetes.fault('production-us', 'down');
    await eventually(async () => {
      const { clusters, warnings } = await planned(portal, 'quotes', '4.11.7');
      expect(clusters[0]).not.toHaveProperty('sentence');
      expect(clusters[1].sentence).toEqual(expect.any(String));
      expect(warnings).toEqual([`production-us: ${clusters[1].sentence}`]);
    }, 60_000);
  }, 90_000);
});
