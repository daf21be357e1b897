/**
 * Claim: the board of life cycles comes sooner than the same list of the catalog it is made from. At 1,000 services at all
 * stages of a path, the median latency of what the board asks (the counts of all stages, then twenty services of each stage)
 * is below that of the stock catalog's own list of twenty of these entities, although each answer counts all stages anew
 * and each row says what is next.
 *
 * Both are asked in turns, over HTTP, with a pipeline's token, ten at a time. Told besides, without a bar: how large the
 * answers are, and how long it takes from facts that change until the board says so, of one service and of all.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTurns } from './measuring/inTurns';
import { load } from './measuring/load';
import { type Portal } from './measuring/Portal';
import { report, tell } from './measuring/report';
import { SERVICES, services, teams } from './measuring/services';
import { type Lifecycles, startLifecycles } from './measuring/startLifecycles';

const BAR = 1;
const PATIENCE_MS = 300_000;
const LOOK_MS = 20;
const LIST = '/api/sphera-lifecycle/v1/list-lifecycles';
const CATALOG =
  '/api/catalog/entities/by-query?filter=kind=component&limit=20&orderField=metadata.title,asc';
const LAST = 'stage-live';

interface Answer {
  items: Array<{ isComplete: boolean }>;
  totalItems: number;
  stages: Array<{ name: string; services: number }>;
}

async function ask({ address, headers }: Portal, path: string) {
  const response = await fetch(`${address}${path}`, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return { answer: JSON.parse(text) as Answer, bytes: text.length };
}

/** Waits until so many services are at the last stage. @returns how long that took, in milliseconds */
async function untilLive(portal: Portal, count: number): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const { answer } = await ask(portal, `${LIST}?limit=1&stage=${LAST}`);
    if (answer.totalItems === count) return performance.now() - begin;
    if (performance.now() - begin > PATIENCE_MS) {
      throw new Error(`Not as wanted: ${JSON.stringify(answer)}`);
    }
    await sleep(LOOK_MS);
  }
}

async function measure({ portal, hold }: Lifecycles) {
  // Those of which four or all five facts hold.
  const live = services.filter((_, n) => n % 6 >= 4).length;
  await untilLive(portal, live);
  const { answer } = await ask(portal, `${LIST}?limit=1`);
  if (answer.totalItems !== SERVICES) throw new Error('Some are missing');

  const board = [
    `${LIST}?limit=1`,
    ...answer.stages.map(({ name }) => `${LIST}?limit=20&stage=${name}`),
  ];
  const medianMs = async (paths: string[]) =>
    (await load(portal, paths)).medianMs;
  const latency = await inTurns(
    () => medianMs(board),
    () => medianMs([CATALOG]),
  );
  const all = await ask(portal, `${LIST}?limit=200`);
  const counts = await ask(portal, `${LIST}?limit=1`);

  hold([0], 5);
  const oneMovesMs = await untilLive(portal, live + 1);
  const others = services.map((_, n) => n);
  hold(others, 5);
  const allMoveMs = await untilLive(portal, SERVICES);
  tell({
    bytesOfCounts: counts.bytes,
    bytesOfEachRow: Math.round(all.bytes / 200),
    oneMovesMs: Math.round(oneMovesMs),
    allMoveMs: Math.round(allMoveMs),
  });
  return latency;
}

/** A catalog file with the whole company; JSON is YAML. */
const company = [...teams, ...services]
  .map(entity => JSON.stringify(entity))
  .join('\n---\n');

report(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lifecycle-board-'));
  try {
    const target = join(folder, 'company.yaml');
    await writeFile(target, company);
    const lifecycles = await startLifecycles(target);
    const { own, peer, ratio } = await measure(lifecycles);
    await lifecycles.portal.stop();
    return {
      bench: 'lifecycle-board',
      catalogMedianMs: peer,
      boardMedianMs: own,
      ratio,
      bar: BAR,
      holds: ratio < BAR,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
});
