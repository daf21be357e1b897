import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  answered,
  FRANKFURT,
  PRODUCTION,
  QUOTES,
  refused,
  STAGING,
  valuesOf,
  VIRGINIA,
} from './__testUtils__/asking';
import { helmValues } from './__testUtils__/files';
import { DANA, DANA_IN_GIT } from './__testUtils__/people';
import { type Portal, startRollback } from './__testUtils__/startRollback';

const inProduction = { service: QUOTES, environment: PRODUCTION };

describe('before anything is rolled back, the portal', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startRollback();
    await portal.seen();
  });
  afterAll(() => portal.stop());

  it('tells the file of each region, and what it says', async () => {
    const { service, environments } = await answered(portal, 'get-layout', {
      service: 'quotes',
    });
    expect(service).toBe(QUOTES);
    expect(environments).toMatchObject([
      { environment: STAGING, files: [{ regions: [FRANKFURT] }] },
      {
        environment: PRODUCTION,
        files: [
          {
            repository: 'deployments',
            path: valuesOf(FRANKFURT),
            kind: 'helm',
            regions: [FRANKFURT],
            clusters: ['production-eu'],
            url: `${
              portal.world.url
            }/kestrel-parcels/deployments/blob/main/${valuesOf(FRANKFURT)}`,
            version: '4.12.1',
          },
          { path: valuesOf(VIRGINIA), regions: [VIRGINIA] },
        ],
      },
    ]);
    expect(environments[1]).not.toHaveProperty('active');
  });

  it('tells one file that stands for all regions', async () => {
    const { environments } = await answered(portal, 'get-layout', {
      service: 'tracker',
    });
    expect(environments[1].files).toMatchObject([
      {
        kind: 'kustomize',
        regions: [FRANKFURT, VIRGINIA],
        clusters: ['production-eu', 'production-us'],
        version: '11.5.2',
      },
    ]);
  });

  it('tells where nothing can be rolled back, and what to do', async () => {
    const { environments } = await answered(portal, 'get-layout', {
      service: 'depot',
    });
    for (const { files, problem } of environments) {
      expect(files).toEqual([]);
      expect(problem).toContain('sphera.rollback.layouts');
    }
  });

  it('lists versions from Git, the newest first, with who and when', async () => {
    const { items, current, totalItems } = await answered(
      portal,
      'list-versions',
      inProduction,
    );
    expect(items.map(({ version }: any) => version)).toEqual([
      '4.12.1',
      '4.11.7',
      '4.10.3',
    ]);
    expect(totalItems).toBe(3);
    expect(current).toEqual([
      { version: '4.12.1', regions: [FRANKFURT, VIRGINIA] },
    ]);
    expect(items[0]).toMatchObject({
      deployedBy: DANA,
      commit: { subject: 'quotes 4.12.1 (#102)' },
      pullRequest: { number: 102 },
      isCurrent: true,
      ranWell: true,
      image: 'exists',
      runs: [
        { regions: [VIRGINIA], deployedBy: DANA },
        { regions: [FRANKFURT], deployedBy: DANA },
      ],
    });
    expect(items[0].commit.url).toBe(
      `${portal.world.url}/kestrel-parcels/deployments/commit/${items[0].commit.hash}`,
    );
    expect(items[0].runs[0]).not.toHaveProperty('endedAt');
  });

  it('leaves a program that commits its name in Git', async () => {
    const { items } = await answered(portal, 'list-versions', inProduction);
    expect(items[1]).toMatchObject({
      version: '4.11.7',
      deployedBy: 'release-bot',
    });
  });

  it('tells in which clusters a version runs, and that an image is gone', async () => {
    const { items } = await answered(portal, 'list-versions', inProduction);
    expect(items[0].runsIn.sort()).toEqual(['production-eu', 'production-us']);
    expect(items[1].runsIn).toEqual([]);
    expect(items[2]).toMatchObject({ version: '4.10.3', image: 'missing' });
  });

  it('lists the versions of one region alone', async () => {
    const { items, current } = await answered(portal, 'list-versions', {
      ...inProduction,
      region: FRANKFURT,
    });
    expect(current).toEqual([{ version: '4.12.1', regions: [FRANKFURT] }]);
    expect(items[0].runsIn).toEqual(['production-eu']);
    expect(items[0].runs).toMatchObject([{ regions: [FRANKFURT] }]);
  });

  it('lists them page by page', async () => {
    const ask = (cursor?: string) =>
      answered(portal, 'list-versions', { ...inProduction, limit: 2, cursor });
    const first = await ask();
    const second = await ask(first.nextCursor);
    expect(first.items).toHaveLength(2);
    expect(second.items).toMatchObject([{ version: '4.10.3' }]);
    expect(second).not.toHaveProperty('nextCursor');
  });

  it('has no list of versions for a region without a file', async () => {
    const sentence = await refused(
      portal.dana.ask('list-versions', {
        service: QUOTES,
        environment: STAGING,
        region: VIRGINIA,
      }),
      400,
    );
    expect(sentence).toContain('region must be among eu-central-1');
  });

  it('has no list of versions where nobody declared a layout', async () => {
    const sentence = await refused(
      portal.dana.ask('list-versions', { ...inProduction, service: 'depot' }),
      422,
    );
    expect(sentence).toContain('sphera.rollback.layouts');
  });

  it('lists no rollbacks yet', async () => {
    expect(await answered(portal, 'list-rollbacks')).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it.each(['get-rollback', 'plan-roll-forward', 'get-rollback-set'])(
    'has nothing by an id that it never gave out: %s',
    async operation => {
      const id = '00000000-0000-4000-8000-000000000000';
      const sentence = await refused(portal.dana.ask(operation, { id }), 404);
      expect(sentence).toContain(id);
    },
  );
});

describe('versions that did not run well', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startRollback();
    const path = valuesOf(FRANKFURT);
    const deploy = (version: string, daysAgo: number, message: string) =>
      portal.world.push('deployments', {
        files: { [path]: helmValues('quotes', version) },
        message,
        author: DANA_IN_GIT,
        daysAgo,
      });
    await deploy(
      '4.13.0',
      1.5,
      'quotes 4.13.0\n\nDatabase-Migration: prices have cents',
    );
    await deploy(
      '4.12.1',
      1.4,
      'Roll back quotes\n\nSphera-Operation: of-a-test\nSphera-Rollback-From: 4.13.0\nSphera-Rollback-To: 4.12.1',
    );
    await deploy('4.13.1', 0.5, 'quotes 4.13.1');
  });
  afterAll(() => portal.stop());

  const listed = async () =>
    (await answered(portal, 'list-versions', inProduction)).items as any[];

  it('are those that a rollback took away, and the young', async () => {
    await eventually(async () => {
      const items = await listed();
      expect(items.map(({ version, ranWell }) => [version, ranWell])).toEqual([
        ['4.13.1', false],
        ['4.12.1', true],
        ['4.13.0', false],
        ['4.11.7', true],
        ['4.10.3', true],
      ]);
    });
  });

  it('name the rollback, and the one that it brought back', async () => {
    const [, back, taken] = await listed();
    expect(taken.runs).toMatchObject([{ leftByRollback: 'of-a-test' }]);
    expect(back.runs[0]).toMatchObject({ rollback: 'of-a-test' });
  });

  it('tell what a version changed in its database for good', async () => {
    const items = await listed();
    expect(items.find(({ version }) => version === '4.13.0').migration).toBe(
      'prices have cents',
    );
  });
});
