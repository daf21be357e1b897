import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  demoGitHub,
  demoRegistry,
  demoSlack,
  demoVersions,
  gitAsNeighbour,
  GitServer,
  makeDemoRepositories,
  startDemoClusters,
} from '@sphera/dev-fleet';
import { parse, parseAllDocuments } from 'yaml';
import { startPortal } from './startPortal';

const ROOT = join(__dirname, '../../../../..');
const CATALOG = ['organisation', 'booking', 'tracking', 'delivery', 'payments'];

// The whole company takes a while.
jest.setTimeout(300_000);

/** The portal in front of the demo company, with the configuration that `npm start` has. */
export async function startDemo() {
  const settings = await demoConfig(0);
  const accounts = [
    { login: 'sphera', token: settings.integrations.github[0].token },
  ];
  const repositories = await makeDemoRepositories(Date.now());
  const clusters = await startDemoClusters({
    isStill: true,
    accounts: [
      { token: settings.sphera.fleet.clusters[0].access.token, user: 'portal' },
    ],
    neighbours: [
      gitAsNeighbour(new GitServer(repositories, accounts)),
      demoGitHub(repositories, accounts),
      demoSlack(),
      demoRegistry(demoVersions()),
    ],
  });
  const cloneFolder = await mkdtemp(join(tmpdir(), 'rollback-demo-'));
  const { app, integrations, sphera } = await demoConfig(
    Number(new URL(clusters.url).port),
  );
  const { fleet, rollback } = sphera;
  const services = await demoEntities();
  const portal = await startPortal(
    {
      app,
      integrations,
      sphera: { fleet, rollback: { ...rollback, cloneFolder } },
    },
    { services },
  );
  return {
    ...portal,
    services: services.filter(({ kind }) => kind === 'Component'),
    async stop() {
      await portal.stop();
      await clusters.stop();
      await repositories.remove();
      await rm(cloneFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function demoConfig(port: number) {
  const text = await readFile(join(ROOT, 'app-config.yaml'), 'utf8');
  return parse(
    text.replace(/\$\{SPHERA_DEV_FLEET_PORT:-\d+\}/g, String(port)),
    { merge: true },
  );
}

/** Components and people of the demo company, with the relations that a catalog works out. */
async function demoEntities(): Promise<Entity[]> {
  const texts = await Promise.all(
    CATALOG.map(name =>
      readFile(
        join(ROOT, 'packages/dev-fleet/catalog', `${name}.yaml`),
        'utf8',
      ),
    ),
  );
  return texts
    .flatMap(text => parseAllDocuments(text).map(one => one.toJS()))
    .filter(entity => ['Component', 'User'].includes(entity?.kind))
    .map(entity => ({
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
      relations: relationsOf(entity),
    }));
}

function relationsOf({ spec }: { spec: { owner?: string; system?: string } }) {
  const ref = (kind: string, name: string) =>
    stringifyEntityRef({ kind, namespace: 'default', name });
  return [
    ...(spec.owner
      ? [{ type: 'ownedBy', targetRef: ref('group', spec.owner) }]
      : []),
    ...(spec.system
      ? [{ type: 'partOf', targetRef: ref('system', spec.system) }]
      : []),
  ];
}
