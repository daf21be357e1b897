/**
 * Claim: a page of the hub comes sooner than the same page of the catalog it is made
 * from. At 1,000 services, every fifth of them locked, the median latency of
 * list-services is below that of the stock catalog's own list of these entities,
 * although each row carries its locks and each answer the counts of all filters.
 *
 * The same questions (all services or those of a team, by name or stage, 20 rows) go
 * to both in turns, over HTTP, with a pipeline's token, ten at a time.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import locks from '../plugins/sphera-locks/backend/src';
import servicesPlugin from '../plugins/sphera-services/backend/src';
import { inTurns } from './measuring/inTurns';
import { load } from './measuring/load';
import { LOCKS, placeLocks } from './measuring/placeLocks';
import { Portal, startPortal } from './measuring/Portal';
import { report } from './measuring/report';
import { SERVICES, services, teams } from './measuring/services';

const BAR = 1;
const PATIENCE_MS = 180_000;
const HUB = '/api/sphera-services/v1/list-services';
const CATALOG = '/api/catalog/entities/by-query';

const questions = [
  { order: 'asc', hub: 'name', catalog: 'metadata.name' },
  { team: 'team-3', order: 'asc', hub: 'name', catalog: 'metadata.name' },
  { team: 'team-5', order: 'desc', hub: 'name', catalog: 'metadata.name' },
  { team: 'team-7', order: 'asc', hub: 'lifecycle', catalog: 'spec.lifecycle' },
];

const hubPaths = questions.map(
  ({ team, order, hub }) =>
    `${HUB}?limit=20&orderBy=${hub}&order=${order}${
      team ? `&team=${team}` : ''
    }`,
);

const catalogPaths = questions.map(
  ({ team, order, catalog }) =>
    `${CATALOG}?filter=kind=component${
      team ? `,relations.ownedBy=group:default/${team}` : ''
    }&limit=20&orderField=${catalog},${order}`,
);

/** Waits until a list has so many items. */
async function untilItHas(portal: Portal, path: string, count: number) {
  const { address, headers } = portal;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${address}${path}`, { headers });
    const answer = await response.text();
    if (response.ok && JSON.parse(answer).totalItems === count) return;
    if (Date.now() > deadline) {
      throw new Error(`${path} does not come to ${count} items: ${answer}`);
    }
    await sleep(500);
  }
}

/** Waits until catalog and hub know every service, its team and its locks. */
async function untilReady(portal: Portal) {
  const components = `${CATALOG}?filter=kind=component`;
  await untilItHas(portal, components, SERVICES);
  await placeLocks(portal);
  await untilItHas(portal, `${HUB}?locked=true`, LOCKS);
  for (const team of teams) {
    const ref = `group:default/${team.metadata.name}`;
    const owned = SERVICES / teams.length;
    await untilItHas(portal, `${components},relations.ownedBy=${ref}`, owned);
    await untilItHas(portal, `${HUB}?team=${ref}`, owned);
  }
}

async function compare(portal: Portal) {
  const medianMs = async (paths: string[]) =>
    (await load(portal, paths)).medianMs;
  return inTurns(
    () => medianMs(hubPaths),
    () => medianMs(catalogPaths),
  );
}

/** A catalog file with the whole company; JSON is YAML. */
const company = [...teams, ...services]
  .map(entity => JSON.stringify(entity))
  .join('\n---\n');

report(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-'));
  try {
    const target = join(folder, 'company.yaml');
    await writeFile(target, company);
    const portal = await startPortal({
      features: [catalogPlugin, locks, servicesPlugin],
      operations: ['sphera-locks:lock', 'sphera-services:list-services'],
      config: {
        catalog: {
          // Whoever is measured while the catalog reads again would pay for it.
          processingInterval: { hours: 1 },
          rules: [{ allow: ['Component', 'Group'] }],
          locations: [{ type: 'file', target }],
        },
      },
    });
    await untilReady(portal);
    const { own, peer, ratio } = await compare(portal);
    await portal.stop();
    return {
      bench: 'hub',
      catalogMedianMs: peer,
      hubMedianMs: own,
      ratio,
      bar: BAR,
      holds: ratio < BAR,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
});
