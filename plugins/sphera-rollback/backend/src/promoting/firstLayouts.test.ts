import {
  answered,
  FRANKFURT,
  refused,
  VIRGINIA,
} from '../__testUtils__/asking';
import { application, helmValues, kustomization } from '../__testUtils__/files';
import type { Portal } from '../__testUtils__/startRollback';
import {
  faresManifest,
  promotion,
  REASON,
  runInStaging,
  startPromoting,
} from './__testUtils__/promoting';

const VERSION = '0123456789ab';
const OWN = [FRANKFURT, VIRGINIA].map(
  region => `deploy/production/${region}.yaml`,
);

let portal: Portal;
afterEach(() => portal.stop());

/** A portal in which the version of every service is in such files, and `fares` runs in staging. */
async function start(kind: string, file: string): Promise<void> {
  const layout = { repository: 'deployments', kind, file };
  portal = await startPromoting({ layouts: [layout] });
  await runInStaging(portal, 'fares', VERSION);
}

/** What somebody commits to a repository; there has to be something in it. */
const push = (repository: string, files: Record<string, string>) =>
  portal.world.push(repository, {
    files: { 'README.md': '# Read me\n', ...files },
    message: 'As it is to be',
  });

const plan = (more: object = {}) =>
  answered(portal, 'plan-promotion', promotion('fares', more));

describe('the first promotion, where versions are in', () => {
  it('a manifest for each cluster, brings that of its region', async () => {
    await start('manifest', '{service}/{environment}/{cluster}.yaml');
    await push('fares', { [OWN[0]]: faresManifest({}) });
    const input = promotion('fares', { reason: REASON });
    expect(await answered(portal, 'promote', input)).toMatchObject({
      files: [{ path: 'fares/production/production-eu.yaml', source: OWN[0] }],
    });
  });

  it('one manifest for all regions, brings the one that its own repository has for each of them', async () => {
    await start('manifest', '{service}/{environment}.yaml');
    const text = faresManifest({});
    await push('fares', Object.fromEntries(OWN.map(path => [path, text])));
    const input = promotion('fares', { reason: REASON });
    expect(await answered(portal, 'promote', input)).toMatchObject({
      files: [
        {
          path: 'fares/production.yaml',
          regions: [FRANKFURT, VIRGINIA],
          source: OWN[0],
        },
      ],
    });
    expect((await plan()).obstacles).toEqual([
      `${VERSION} is to run there already`,
    ]);
  });

  it.each([
    [
      'are not alike',
      [faresManifest({}), `${faresManifest({})}# of Virginia\n`],
      `${OWN.join(' and ')} of its own repository must be alike`,
    ],
    [
      'are not there for each',
      [faresManifest({})],
      `its own repository has ${OWN[0]} alone, and must have the same as ${OWN[1]}`,
    ],
  ])(
    'one manifest for all regions, waits while those of its own repository %s',
    async (_what, texts, sentence) => {
      await start('manifest', '{service}/{environment}.yaml');
      await push(
        'fares',
        Object.fromEntries(texts.map((text, nth) => [OWN[nth], text])),
      );
      expect((await plan()).obstacles).toEqual([
        `fares/production.yaml stands for ${FRANKFURT} and ${VIRGINIA} together: ${sentence}`,
      ]);
    },
  );

  it.each([
    ['helm', 'Helm values', helmValues],
    ['kustomize', 'Kustomize overlay', kustomization],
    ['application', 'Argo CD application', application],
  ])(
    'a file of the kind %s, is by hand: it says where, and after which model',
    async (kind, what, textOf) => {
      await start(kind, '{service}/{environment}/{region}/version.yaml');
      const model = `fares/staging/${FRANKFURT}/version.yaml`;
      await push('fares', { [OWN[0]]: faresManifest({}) });
      const path = `fares/production/${FRANKFURT}/version.yaml`;
      const sentence = `fares has no ${what} for production: ${path} is not in deployments, and the portal begins with plain manifests alone. Write`;
      expect((await plan()).obstacles).toEqual([
        `${sentence} the first one by hand; newer versions can be promoted then`,
      ]);
      await push('deployments', { [model]: textOf('fares', VERSION) });
      const input = promotion('fares', { reason: REASON });
      // What is asked for is asked of the repository as it is this moment; a plan may be a second old.
      const after = `${sentence} one like ${model} by hand; newer versions can be promoted then`;
      expect(await refused(portal.dana.ask('promote', input), 409)).toBe(
        `fares cannot be promoted to production: ${after}`,
      );
      expect((await plan()).obstacles).toEqual([after]);
    },
  );

  it('Helm values for each region, leaves out those that it has none for, unless they are named', async () => {
    await start('helm', '{service}/{environment}/{region}/values.yaml');
    const path = `fares/production/${FRANKFURT}/values.yaml`;
    await push('deployments', { [path]: helmValues('fares', '1.0.0') });
    expect(await plan()).toMatchObject({
      files: [{ path, from: '1.0.0', to: VERSION }],
      obstacles: [],
    });
    expect((await plan({ regions: [VIRGINIA] })).obstacles).toEqual([
      expect.stringContaining(
        `fares/production/${VIRGINIA}/values.yaml is not in deployments`,
      ),
    ]);
  });
});
