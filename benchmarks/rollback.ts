/**
 * Claim: from the press of the button to the commit on the branch of the GitOps repository takes at most 1.5 times as long
 * as the same edit, commit and push by a shell script with the bare git binary, in a repository of 5,000 files.
 *
 * Ours is a call of start-rollback with all that it is: who, may they, the plan anew on a fresh head, locks, audit, the row and its
 * steps; the page of the plan was open before, as it is for whoever presses the button. The script has a clone with its files
 * checked out and pulls first, as one that is not alone would. Both end when the server has the branch moved.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import eventsPlugin from '@backstage/plugin-events-backend';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { fleetServiceName } from '../packages/dev-fleet/src';
import audit from '../plugins/sphera-audit/backend/src';
import { kubernetesPlugin } from '../plugins/sphera-kubernetes/backend/src';
import locks from '../plugins/sphera-locks/backend/src';
import rollback from '../plugins/sphera-rollback/backend/src';
import { inTurns } from './measuring/inTurns';
import { type Portal, startPortal } from './measuring/Portal';
import { report } from './measuring/report';
import { startClusters } from './measuring/startClusters';
import { type GitHost, startGitHost } from './measuring/startGitHost';

const BAR = 1.5;
const FILES = 5_000;
const SERVICES = 100;
const run = promisify(execFile);

const fileOf = (name: string) => `${name}/production/values.yaml`;
const names = Array.from({ length: FILES }, (_, n) => fleetServiceName(n));
const commitOf = (version: string) => ({
  message: `Everything at ${version}`,
  files: Object.fromEntries(
    names.map(name => [fileOf(name), valuesOf(name, version)]),
  ),
});
const valuesOf = (name: string, version: string) => `# What runs of ${name}
image:
  repository: registry.kestrel.example/${name}
  tag: "${version}" # moved by the pipeline
replicas: 3
resources:
  requests: { cpu: 250m, memory: 256Mi }
`;

/** The same by hand, as a script that runs in a clone. */
const script = `set -e
git pull --quiet --ff-only
sed -i 's/^  tag: .*/  tag: "1.0.0" # moved by the pipeline/' "$1"
git commit --quiet --all --message "Roll back $1 to 1.0.0"
git push --quiet`;

async function cloneOf({ url, token }: GitHost) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-rollback-'));
  const withToken = url.replace('://', `://script:${token}@`);
  await run('git', ['clone', '--quiet', withToken, folder]);
  const settings = { 'user.name': 'Script', 'user.email': 's@kestrel.example' };
  for (const [key, value] of Object.entries(settings)) {
    await run('git', ['-C', folder, 'config', key, value]);
  }
  return folder;
}

async function ask(portal: Portal, path: string, body?: object) {
  const response = await fetch(
    `${portal.address}/api/sphera-rollback/v1/${path}`,
    {
      method: body ? 'POST' : 'GET',
      headers: { ...portal.headers, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    },
  );
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

report(async () => {
  const host = await startGitHost([commitOf('1.0.0'), commitOf('1.1.0')]);
  const clusters = await startClusters({
    clusters: 2,
    services: SERVICES,
    podsPerDeployment: 1,
  });
  const clones = await mkdtemp(join(tmpdir(), 'bench-rollback-clones-'));
  const portal = await startPortal({
    features: [
      eventsPlugin,
      notificationsPlugin,
      catalogServiceMock.factory({ entities: clusters.entities }),
      locks,
      kubernetesPlugin,
      rollback,
      audit,
    ],
    operations: ['sphera-rollback:*'],
    fleet: clusters.fleet(),
    sphera: {
      rollback: {
        repositories: [
          {
            name: 'deployments',
            url: host.url,
            credentials: { username: 'sphera', password: host.token },
          },
        ],
        layouts: [
          {
            repository: 'deployments',
            kind: 'helm',
            file: '{service}/{environment}/values.yaml',
          },
        ],
        cloneFolder: clones,
        // What the clusters do is not what is measured.
        rollOutLimit: 'PT1S',
      },
    },
  });
  const folder = await cloneOf(host);
  try {
    let next = 0;
    const own = async () => {
      const service = fleetServiceName(next++);
      const wish = { service, environment: 'production', version: '1.0.0' };
      const { id: plan } = await ask(
        portal,
        `plan-rollback?${new URLSearchParams(wish)}`,
      );
      const pushed = host.nextPush();
      const begin = Date.now();
      await ask(portal, 'start-rollback', {
        ...wish,
        plan,
        reason: 'measured',
      });
      return (await pushed) - begin;
    };
    const peer = async () => {
      const file = fileOf(fleetServiceName(next++));
      const pushed = host.nextPush();
      const begin = Date.now();
      await run('sh', ['-c', script, 'rollback', file], { cwd: folder });
      return (await pushed) - begin;
    };
    const measured = await inTurns(own, peer);
    return {
      bench: 'rollback',
      ratio: measured.ratio,
      bar: BAR,
      holds: measured.ratio <= BAR,
      ownMs: Math.round(measured.own),
      scriptMs: Math.round(measured.peer),
      files: FILES,
    };
  } finally {
    host.stop();
    clusters.stop();
    for (const each of [folder, clones]) {
      await rm(each, { recursive: true, force: true });
    }
  }
});
