import {
  answered,
  FRANKFURT,
  refused,
  VIRGINIA,
} from '../__testUtils__/asking';
import type { Portal } from '../__testUtils__/startRollback';
import { logOf } from '../running/__testUtils__/logOf';
import {
  faresManifest,
  promotion,
  REASON,
  runInStaging,
  startPromoting,
} from './__testUtils__/promoting';

const pathOf = (region: string) => `services/fares/production/${region}.yaml`;
const ownPath = (region: string) => `deploy/production/${region}.yaml`;
const VERSION = '0123456789ab';

let portal: Portal;
beforeEach(async () => {
  portal = await startPromoting();
  await runInStaging(portal, 'fares', VERSION);
});
afterEach(() => portal.stop());

/** What the template has put into its own repository. */
const publish = (files: Record<string, string>) =>
  portal.world.push('fares', { files, message: 'Begin fares' });

const plan = (more: object = {}) =>
  answered(portal, 'plan-promotion', promotion('fares', more));

/** Why it cannot be promoted, in the plan and when it is asked for. */
async function refusal(more: object = {}): Promise<string> {
  const { obstacles } = await plan(more);
  const input = promotion('fares', { reason: REASON, ...more });
  const sentence = await refused(portal.dana.ask('promote', input), 409);
  expect(obstacles).toHaveLength(1);
  expect(sentence).toBe(`fares cannot be promoted to production: ${obstacles}`);
  return obstacles[0];
}

describe('the first promotion of a service', () => {
  it('brings the manifests of its own repository, with the version that runs', async () => {
    await publish({
      [ownPath(FRANKFURT)]: faresManifest({}),
      [ownPath(VIRGINIA)]: faresManifest({}),
    });
    const planned = await plan();
    expect(planned).toMatchObject({
      version: VERSION,
      obstacles: [],
      warnings: [],
      files: [
        { path: pathOf(FRANKFURT), source: ownPath(FRANKFURT), to: VERSION },
        { path: pathOf(VIRGINIA), source: ownPath(VIRGINIA), to: VERSION },
      ],
    });
    expect(planned.files[0]).not.toHaveProperty('from');
    const { commits } = await answered(
      portal,
      'promote',
      promotion('fares', { reason: REASON, plan: planned.id }),
    );
    const [{ hash }] = await logOf(portal.world, 'deployments');
    expect(commits).toMatchObject([{ hash }]);
    const written = faresManifest({}, VERSION).trimEnd().split('\n');
    for (const { diff } of planned.files) {
      expect(
        diff
          .split('\n')
          .filter((line: string) => /^\+(?!\+\+)/.test(line))
          .map((line: string) => line.slice(1)),
      ).toEqual(written);
    }
    expect((await plan()).obstacles).toEqual([
      `${VERSION} is to run there already`,
    ]);
  });

  it('leaves out regions that it is not to run in', async () => {
    await publish({ [ownPath(VIRGINIA)]: faresManifest({}) });
    const { files, regions } = await answered(
      portal,
      'promote',
      promotion('fares', { reason: REASON }),
    );
    expect(files).toMatchObject([{ path: pathOf(VIRGINIA) }]);
    expect(regions).toBeUndefined();
    expect(await plan({ regions: [FRANKFURT] })).toMatchObject({
      obstacles: [
        `fares has no manifest for ${FRANKFURT} in production: neither ${pathOf(
          FRANKFURT,
        )}, nor one in its own repository`,
      ],
    });
  });

  it('says where manifests would be looked for when there is none', async () => {
    await publish({ 'README.md': '# fares\n' });
    expect(await refusal()).toBe(
      `fares has no manifest for production: neither ${pathOf(
        FRANKFURT,
      )} and the like in deployments, nor deploy/production/<region>.yaml in kestrel-parcels/fares`,
    );
  });

  it.each([
    [
      'an object that gives rights',
      { kind: 'ClusterRoleBinding' },
      /may not hold a ClusterRoleBinding: only ServiceAccount, Deployment, /,
    ],
    [
      'an object in the namespace of others',
      { namespace: 'payments' },
      /has a Service in the namespace payments: it must be in selling$/,
    ],
    [
      'an image that it does not run in staging',
      { image: 'registry.example/elsewhere' },
      /has the image registry\.example\/elsewhere:set-by-the-pipeline: it must be one of registry\.example\/fares$/,
    ],
  ])('brings no %s', async (_what, wrong, sentence) => {
    await publish({ [ownPath(FRANKFURT)]: faresManifest(wrong) });
    expect(await refusal()).toMatch(sentence);
  });

  it('waits for GitHub where that does not answer', async () => {
    await publish({ [ownPath(FRANKFURT)]: faresManifest({}) });
    portal.world.gitHub.switchFault({ neighbour: 'github', fault: 'down' });
    expect((await plan({ regions: [FRANKFURT] })).obstacles).toEqual([
      expect.stringContaining('GitHub'),
    ]);
  });
});
