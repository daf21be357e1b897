/**
 * Claim: what flags cost grows no faster than clusters do. From 1,000 to 10,000 clusters, each with 100 flags (1,000,000
 * cells), nothing that the portal does costs more than twice of ten times as much processor time or memory.
 *
 * One flag is created, changed and switched off everywhere through the portal, SQLite in a file (or the MariaDB that
 * SPHERA_TEST_MYSQL_URL names, whose own processor time does not count), and every cluster
 * acknowledges. It is then copied in the database until there are 100, and another portal starts on that: its start, its
 * memory, its pages, and what it costs to take in heartbeats and snapshots. Processor time is that of the whole process, of
 * which the answers in place of agents, and SQLite, are part; docs/flags.md has what it means.
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from './measuring/compiled';
import { copyFirstFlag } from './measuring/growth/copyFirstFlag';
import { dropAll } from './measuring/growth/GrowthDatabase';
import type { Growth, GrowthWanted } from './measuring/growth/growthProcess';
import { report, tell } from './measuring/report';

const BAR = 2;
const FLAGS = 100;
const SIZES = [100, 1_000, 10_000];
const MB = 1_048_576;

/** What is held to the bar: all that is not within reach of noise at 1,000 clusters. */
const HELD = [
  'startCpuMs',
  'heapMb',
  'changeCpuMs',
  'listFlagsCpuMs',
  'getFlagCpuMs',
  'heartbeatsCpuMs',
];

/** Measures in a process of its own, whose memory is that of nothing else. */
async function inProcess(
  program: string,
  wanted: GrowthWanted,
): Promise<Growth> {
  // It is compiled: nothing has to transform it.
  const child = fork(program, { execArgv: [] });
  const found = new Promise<Growth>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', code =>
      reject(new Error(`Measuring ended with ${code}`)),
    );
  });
  child.send(wanted);
  return found;
}

async function grown(program: string, clusters: number): Promise<Growth> {
  const folder = await mkdtemp(join(tmpdir(), 'sphera-growth-'));
  const database = {
    folder,
    url: process.env.SPHERA_TEST_MYSQL_URL,
    prefix: `growth_${randomUUID().slice(0, 8)}_`,
  };
  try {
    const one = await inProcess(program, { clusters, flags: 1, database });
    const databaseBytes = await copyFirstFlag(database, FLAGS);
    const { heapBytes, peakBytes, startCpuMs, ...all } = await inProcess(
      program,
      { clusters, flags: FLAGS, database },
    );
    return {
      clusters,
      cells: clusters * FLAGS,
      changeCpuMs: one.changeCpuMs,
      killCpuMs: one.killCpuMs,
      // Beyond what a portal with one flag needs.
      startCpuMs: startCpuMs - one.startCpuMs,
      heapMb: (heapBytes - one.heapBytes) / MB,
      peakMb: peakBytes / MB,
      databaseMb: databaseBytes / MB,
      ...all,
    };
  } finally {
    await dropAll(database);
    await rm(folder, { recursive: true, force: true });
  }
}

const rounded = (row: Growth) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value < 100 ? Number(value.toFixed(1)) : Math.round(value),
    ]),
  );

report(async () => {
  const program = await compiled(
    join(__dirname, 'measuring/growth/growthProcess.ts'),
  );
  const rows: Growth[] = [];
  for (const clusters of SIZES) {
    const row = await grown(program, clusters);
    rows.push(row);
    tell(rounded(row));
  }
  const [before, last] = rows.slice(-2);
  const times = last.cells / before.cells;
  const growths = HELD.map(what => ({
    what,
    growth: last[what] / before[what] / times,
  }));
  const worst = growths.reduce((one, other) =>
    other.growth > one.growth ? other : one,
  );
  return {
    bench: 'flags-growth',
    ...rounded(last),
    grewMost: worst.what,
    ratio: worst.growth,
    bar: BAR,
    holds: worst.growth <= BAR,
  };
});
