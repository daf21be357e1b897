/**
 * Claim: the Flags page with 1,000 flags × 100 clusters answers in under 200 ms from our side: list-flags over HTTP, through
 * the whole kernel, 50 flags a page, with every filter of the page.
 *
 * The flags are created through the portal, and 100 clusters answer each wish: one in twenty cells was edited by hand, one
 * in fifty refused. Measured is the slowest question's median of nine, alone on the machine.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MemoryLog, openLogPortalBus, TOPICS } from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-node';
import { createFlagsPlugin } from '../plugins/sphera-flags/backend/src';
import locks from '../plugins/sphera-locks/backend/src';
import { answerFor, remoteFleet } from './measuring/flagClusters';
import { Portal, startPortal } from './measuring/Portal';
import { report } from './measuring/report';
import { nameOf, services } from './measuring/services';

const BAR_MS = 200;
const FLAGS = 1_000;
const CLUSTERS = 100;
const AT_ONCE = 4;
const PATIENCE_MS = 600_000;
const TIMES = 9;
const FLAGS_PATH = '/api/sphera-flags/v1/list-flags';

const questions = [
  `${FLAGS_PATH}?limit=50`,
  `${FLAGS_PATH}?limit=50&environment=production`,
  `${FLAGS_PATH}?limit=50&state=changed`,
  `${FLAGS_PATH}?limit=50&state=refused`,
  `${FLAGS_PATH}?limit=50&text=flag-07`,
  `${FLAGS_PATH}?limit=50&cluster=cluster-42`,
];

async function ask({ address, headers }: Portal, path: string, body?: object) {
  const response = await fetch(`${address}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return { answer: JSON.parse(answer), bytes: answer.length };
}

async function createFlags(portal: Portal) {
  let next = 0;
  const worker = async () => {
    while (next < FLAGS) {
      const number = next++;
      await ask(portal, '/api/sphera-flags/v1/create-flag', {
        flag: `flag-${String(number).padStart(4, '0')}`,
        service: nameOf(number % services.length),
        type: 'boolean',
        variants: { on: true, off: false },
        defaultVariant: number % 3 ? 'off' : 'on',
        ...(number % 4 === 0 && { percentages: { on: 25, off: 75 } }),
        reason: 'to measure a page',
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Waits until every cluster has answered every wish. */
async function untilAnswered(portal: Portal) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { answer } = await ask(portal, `${FLAGS_PATH}?limit=1`);
    const { counts } = answer;
    if (counts.queued + counts['on-its-way'] === 0) return counts;
    if (Date.now() > deadline) throw new Error(JSON.stringify(counts));
    await sleep(500);
  }
}

async function medianMs(portal: Portal, path: string) {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const begin = performance.now();
    await ask(portal, path);
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)];
}

report(async () => {
  const log = new MemoryLog({ clock: systemClock });
  log.addTopic(TOPICS.commands, { partitions: 12, isCompacted: true });
  log.addTopic(TOPICS.reports, { partitions: 12 });
  const fleet = remoteFleet(CLUSTERS);
  let cells = 0;
  const agents = fleet.clusters.map(({ name }) =>
    answerFor(name, log, () => {
      cells += 1;
      if (cells % 20 === 0) return 'edits';
      return cells % 50 === 1 ? 'refuses' : undefined;
    }),
  );
  const portal = await startPortal({
    features: [
      createFlagsPlugin({
        openBus: ({ settings, clock }) =>
          openLogPortalBus({ log, topics: settings.topics, clock }),
      }),
      locks,
      catalogServiceMock.factory({ entities: services }),
    ],
    operations: ['sphera-flags:*'],
    fleet,
    sphera: {
      // The log above is in its place.
      flags: { transport: { log: 'http://127.0.0.1:9' }, silentAfter: 'P1D' },
    },
  });
  const begin = performance.now();
  await createFlags(portal);
  const createdMs = performance.now() - begin;
  const counts = await untilAnswered(portal);
  const answeredMs = performance.now() - begin;
  const slowest = { path: '', ms: 0 };
  for (const path of questions) {
    const ms = await medianMs(portal, path);
    if (ms > slowest.ms) Object.assign(slowest, { path, ms });
  }
  const { bytes } = await ask(portal, questions[0]);
  await portal.stop();
  for (const agent of agents) await agent.stop();
  return {
    bench: 'flags-page',
    changed: counts.changed,
    refused: counts.refused,
    createdMs: Math.round(createdMs),
    answeredMs: Math.round(answeredMs),
    residentMb: Math.round(process.memoryUsage().rss / 1_048_576),
    pageBytes: bytes,
    slowestQuestion: slowest.path,
    slowestMs: Number(slowest.ms.toFixed(1)),
    ratio: slowest.ms / BAR_MS,
    bar: 1,
    holds: slowest.ms < BAR_MS,
  };
});
