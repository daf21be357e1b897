import {
  answered,
  FRANKFURT,
  valuesOf,
  VIRGINIA,
} from '../__testUtils__/asking';
import { helmValues } from '../__testUtils__/files';
import type { Portal } from '../__testUtils__/startRollback';
import { logOf } from '../running/__testUtils__/logOf';
import {
  promotion,
  REASON,
  runInStaging,
  startPromoting,
} from './__testUtils__/promoting';

const NEWER = '4.13.0';
const inStaging = {
  files: {
    [valuesOf(FRANKFURT, 'staging')]: helmValues('quotes', NEWER),
  },
  message: 'quotes 4.13.0 in staging',
};

/** What a file of quotes says on the branch. */
async function says(portal: Portal, region: string): Promise<string> {
  const { environments } = await answered(portal, 'get-layout', {
    service: 'quotes',
  });
  return environments[1].files.find((one: any) => one.regions[0] === region)
    .version;
}

describe('promoting what staging runs to production', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startPromoting();
    await portal.world.push('deployments', inStaging);
    await runInStaging(portal, 'quotes', NEWER);
  });
  afterEach(() => portal.stop());

  const plan = (more: object = {}) =>
    answered(portal, 'plan-promotion', promotion('quotes', more));
  const promote = (more: object = {}) =>
    answered(
      portal,
      'promote',
      promotion('quotes', { reason: REASON, ...more }),
    );

  it('is planned first: each file with its diff, the clusters that follow, and nothing in the way', async () => {
    const before = await logOf(portal.world, 'deployments');
    const planned = await plan();
    expect(planned).toMatchObject({
      version: NEWER,
      regions: [FRANKFURT, VIRGINIA],
      files: [
        { path: valuesOf(FRANKFURT), from: '4.12.1', to: NEWER },
        { path: valuesOf(VIRGINIA), from: '4.12.1', to: NEWER },
      ],
      clusters: [
        { cluster: 'production-eu', version: '4.12.1', pods: 3 },
        { cluster: 'production-us', version: '4.12.1', pods: 3 },
      ],
      image: 'exists',
      way: 'push',
      locks: [],
      warnings: [],
      obstacles: [],
    });
    expect(planned.files[0].diff).toContain(
      `-  tag: '4.12.1' # set by the release bot\n+  tag: '4.13.0' # set by the release bot`,
    );
    expect(await logOf(portal.world, 'deployments')).toEqual(before);
  });

  it('is one commit by the portal that says who, why, what and from where', async () => {
    const { commits, version, sentence } = await promote();
    const [commit, before] = await logOf(portal.world, 'deployments');
    expect(version).toBe(NEWER);
    expect(commits).toEqual([
      {
        repository: 'deployments',
        hash: commit.hash,
        url: expect.stringMatching(
          new RegExp(`/kestrel-parcels/deployments/commit/${commit.hash}$`),
        ),
      },
    ]);
    expect(sentence).toBe(
      `Production is to run 4.13.0, with ${commit.hash.slice(
        0,
        7,
      )} in deployments`,
    );
    expect(before.subject).toBe(inStaging.message);
    expect(commit.author).toBe('sphera <sphera@kestrel-parcels.example>');
    expect(commit.body).toMatch(
      /^Promote quotes 4\.13\.0 from staging to production\n\ncustomers wait for it\n\nSphera-Operation: [0-9a-f-]+\nSphera-Promoted-From: staging\nSphera-Promoted-Version: 4\.13\.0\nCo-authored-by: Dana Okafor <dana\.okafor@kestrel-parcels\.example>$/,
    );
    expect(await says(portal, FRANKFURT)).toBe(NEWER);
    expect(await says(portal, VIRGINIA)).toBe(NEWER);
  });

  it('is not committed twice when somebody asks again', async () => {
    const first = await promote();
    const again = await promote();
    expect(again.commits).toEqual(first.commits);
    expect(again.sentence).toBe(first.sentence);
    expect((await logOf(portal.world, 'deployments'))[1].subject).toBe(
      inStaging.message,
    );
  });

  it('is one commit, however many ask in the same moment', async () => {
    const answers = await Promise.all([promote(), promote(), promote()]);
    const log = await logOf(portal.world, 'deployments');
    expect(log[1].subject).toBe(inStaging.message);
    for (const { commits } of answers) {
      expect(commits).toMatchObject([{ hash: log[0].hash }]);
    }
  });

  it('is for some regions alone where somebody says so', async () => {
    const { files } = await promote({ regions: [VIRGINIA] });
    expect(files).toMatchObject([{ path: valuesOf(VIRGINIA) }]);
    expect(await says(portal, FRANKFURT)).toBe('4.12.1');
    expect(await says(portal, VIRGINIA)).toBe(NEWER);
  });

  it('is what somebody saw, or nothing', async () => {
    const { id } = await plan();
    await portal.world.push('deployments', {
      files: { [valuesOf(VIRGINIA)]: helmValues('quotes', '4.11.7') },
      message: 'quotes 4.11.7 in Virginia',
    });
    const input = promotion('quotes', { reason: REASON, plan: id });
    const { status, body } = await portal.dana.ask('promote', input);
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      'Something has changed for quotes in production since you looked: look at the plan again',
    );
    expect(await promote({ plan: (await plan()).id })).toMatchObject({
      version: NEWER,
    });
  });

  it('is a version in the history like any other, and no rollback', async () => {
    await promote();
    const { items } = await answered(portal, 'list-versions', {
      service: 'quotes',
      environment: 'production',
    });
    expect(items[0]).toMatchObject({ version: NEWER, isCurrent: true });
    expect(items[0].runs[0]).not.toHaveProperty('rollback');
  });
});
