import {
  FRANKFURT,
  planned,
  PRODUCTION,
  QUOTES,
  refused,
  STAGING,
  valuesOf,
  VIRGINIA,
} from './__testUtils__/asking';
import { type Portal, startRollback } from './__testUtils__/startRollback';

let portal: Portal;
beforeAll(async () => {
  portal = await startRollback();
  await portal.seen();
});
afterAll(() => portal.stop());

/** The lines of a diff that are not as they were. */
const changed = (diff: string) =>
  diff.split('\n').filter(line => /^[+-](?![+-])/.test(line));

describe('the plan of a rollback', () => {
  it('has the diff of each file: one line of Helm values', async () => {
    const { files, way } = await planned(portal, 'quotes', '4.11.7');
    expect(files).toMatchObject([
      { path: valuesOf(FRANKFURT), from: '4.12.1', to: '4.11.7' },
      { path: valuesOf(VIRGINIA), from: '4.12.1', to: '4.11.7' },
    ]);
    expect(files[0].diff).toBe(
      [
        `--- a/${valuesOf(FRANKFURT)}`,
        `+++ b/${valuesOf(FRANKFURT)}`,
        '@@ -2,7 +2,7 @@',
        ' replicaCount: 3 # see the autoscaler',
        ' image:',
        '   repository: registry.example/quotes',
        "-  tag: '4.12.1' # set by the release bot",
        "+  tag: '4.11.7' # set by the release bot",
        '   pullPolicy: IfNotPresent',
        ' ',
        ' resources: &small',
        '',
      ].join('\n'),
    );
    expect(way).toBe('push');
  });

  it.each([
    ['tracker', '11.4.0', ['-    newTag: 11.5.2', '+    newTag: 11.4.0']],
    [
      'dispatch',
      '6.2.0',
      [
        '-          image: registry.example/dispatch:6.3.0',
        '+          image: registry.example/dispatch:6.2.0',
      ],
    ],
    [
      'payments',
      '2.29.0',
      ['-          value: "2.30.4"', '+          value: "2.29.0"'],
    ],
  ])('has one line of each file of %s', async (service, version, lines) => {
    const { files } = await planned(portal, service, version);
    for (const { diff } of files) expect(changed(diff)).toEqual(lines);
    expect(files).toHaveLength(service === 'tracker' ? 1 : 2);
  });

  it('goes by a pull request where the branch is protected', async () => {
    const { way } = await planned(portal, 'payments', '2.29.0');
    expect(way).toBe('pull-request');
  });

  it('names the clusters that follow, with what runs there', async () => {
    const { clusters, regions } = await planned(portal, 'quotes', '4.11.7');
    expect(regions).toEqual([FRANKFURT, VIRGINIA]);
    expect(clusters).toEqual([
      {
        cluster: 'production-eu',
        region: FRANKFURT,
        version: '4.12.1',
        pods: 3,
      },
      {
        cluster: 'production-us',
        region: VIRGINIA,
        version: '4.12.1',
        pods: 3,
      },
    ]);
  });

  it('counts the versions back, and knows from where to where', async () => {
    expect(await planned(portal, 'quotes', '4.10.3')).toMatchObject({
      service: QUOTES,
      environment: PRODUCTION,
      from: '4.12.1',
      version: '4.10.3',
      versionsBack: 2,
      files: [{ versionsBack: 2 }, { versionsBack: 2 }],
      lockAfterwards: true,
      channel: 'incidents',
    });
  });

  it('has nothing against a version that ran well and is there', async () => {
    expect(await planned(portal, 'quotes', '4.11.7')).toMatchObject({
      image: 'exists',
      locks: [],
      migrations: [],
      warnings: [],
      obstacles: [],
    });
  });

  it('warns of an image that is gone', async () => {
    const { image, warnings } = await planned(portal, 'quotes', '4.10.3');
    expect(image).toBe('missing');
    expect(warnings).toEqual([
      'The image of 4.10.3 is no longer in its registry',
    ]);
  });

  it('is about one region where that is asked', async () => {
    const plan = await planned(portal, 'quotes', '4.11.7', {
      regions: [VIRGINIA],
    });
    expect(plan).toMatchObject({
      regions: [VIRGINIA],
      files: [{ path: valuesOf(VIRGINIA) }],
      clusters: [{ cluster: 'production-us' }],
      obstacles: [],
    });
  });

  it('cannot begin in one of the regions that share a file', async () => {
    const { obstacles } = await planned(portal, 'tracker', '11.4.0', {
      regions: [VIRGINIA],
    });
    expect(obstacles).toEqual([
      'tracking/tracker/overlays/production/kustomization.yaml stands for Frankfurt and Virginia together: choose all of them',
    ]);
  });

  it('cannot begin where the version is to run already', async () => {
    const { obstacles, files } = await planned(portal, 'quotes', '4.12.1');
    expect(obstacles).toEqual(['4.12.1 is to run there now']);
    expect(files.map(({ diff }: any) => diff)).toEqual(['', '']);
  });

  it('keeps its id while nothing changes, and has another one for another version', async () => {
    const ids = [
      await planned(portal, 'quotes', '4.11.7'),
      await planned(portal, 'quotes', '4.11.7'),
      await planned(portal, 'quotes', '4.10.3'),
      await planned(portal, 'quotes', '4.11.7', { regions: [VIRGINIA] }),
    ].map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it('is refused for a version that never was there, naming some that were', async () => {
    const call = portal.dana.ask('plan-rollback', {
      service: 'quotes',
      environment: PRODUCTION,
      version: '9.9.9',
    });
    expect(await refused(call, 400)).toBe(
      'version must be a version that quotes had in production before, like 4.11.7, 4.10.3',
    );
  });

  it('is refused for a region in which the service has no file', async () => {
    const call = portal.dana.ask('plan-rollback', {
      service: 'quotes',
      environment: STAGING,
      regions: [VIRGINIA],
      version: '4.11.7',
    });
    expect(await refused(call, 400)).toBe(
      'regions must be among eu-central-1: quotes has no file for us-east-1 in staging',
    );
  });
});
