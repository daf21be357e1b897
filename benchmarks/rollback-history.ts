/**
 * Claim: in a repository of 100,000 commits and 5,000 files, the versions of a service take at most 1.2 times as long
 * as `git log -- path` in the same clone while nothing is in memory yet, and at most 0.05 times once they are.
 *
 * Ours is the whole way: log, contents of each revision, their YAML, runs and versions, where `git log` prints commits
 * and nothing else. The contents are in the clone in all rounds; the first time, when they are fetched, is measured
 * apart.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemClock } from '@sphera/plugin-operations-node';
import { openRepositories } from '../plugins/sphera-git/node/src';
import { openVersions } from '../plugins/sphera-rollback/backend/src/history/openVersions';
import { openSpot } from '../plugins/sphera-rollback/backend/src/layouts/openSpot';
import { inTurns } from './measuring/inTurns';
import { makeLargeRepository, serviceOf } from './measuring/largeRepository';
import { report } from './measuring/report';

const COLD_BAR = 1.2;
const WARM_BAR = 0.05;
const SIZE = { commits: 100_000, files: 5_000 };
const ROUNDS = 15;
const UPKEEP_LIMIT = 10 * 60_000;
const run = promisify(execFile);

const { name, path } = serviceOf(2_026);
const service = {
  ref: `component:default/${name}`,
  name,
  title: name,
  owners: [],
  type: 'microservice',
  environments: [],
  annotations: {},
};

/** A portal that has just started. */
function openPortal(remote: string, cloneFolder: string) {
  const repository = {
    name: 'deployments',
    url: `file://${remote}`,
    branch: 'main',
    way: 'push' as const,
  };
  const settings = {
    keys: {
      repositories: 'repositories',
      signing: 'signing',
      cloneFolder: 'cloneFolder',
    },
    repositories: [repository],
    identity: { name: 'sphera', email: 'sphera@kestrel-parcels.example' },
    cloneFolder,
    fetchEvery: 60 * 60_000,
    ranWellAfter: 86_400_000,
  };
  const kind = 'helm' as const;
  const file = {
    repository: repository.name,
    path,
    kind,
    regions: ['eu-central-1'],
    clusters: ['production-eu'],
    spot: openSpot({ kind, path: 'image.tag' }, name),
  };
  const repositories = openRepositories({ settings, clock: systemClock });
  const versions = openVersions({
    settings,
    repositories,
    layouts: { filesOf: () => [file] },
    clock: systemClock,
  });
  return {
    ask: async () => (await versions.of(service, 'production')).versions,
    /** Knows the head, as a portal does that has asked before. */
    head: () => repositories.get(repository.name).head(),
    close: () => repositories.close(),
  };
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

/** A clone gets its file of which commit changed what after it is made, in the background. */
async function untilKept(clone: string) {
  const end = Date.now() + UPKEEP_LIMIT;
  const file = join(clone, 'objects/info/commit-graphs/commit-graph-chain');
  while (!existsSync(file)) {
    if (Date.now() > end) throw new Error('The clone has no commit-graph yet');
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

report(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sphera-history-'));
  try {
    const remote = join(folder, 'deployments.git');
    await makeLargeRepository(remote, SIZE);
    const clones = join(folder, 'clones');
    const warm = openPortal(remote, clones);
    const cloneMs = await timeOf(warm.head);
    const clone = join(clones, readdirSync(clones)[0]);
    const upkeepMs = await timeOf(() => untilKept(clone));
    const firstMs = await timeOf(warm.ask);

    const found = (await warm.ask()).length;
    // The first commit gives it a version besides.
    const expected = SIZE.commits / SIZE.files + 1;
    if (found !== expected) {
      throw new Error(`${found} versions were found, not ${expected}`);
    }

    const gitLog = () =>
      timeOf(() =>
        run('git', ['log', 'refs/remotes/origin/main', '--', path], {
          cwd: clone,
        }),
      );
    const coldAsk = async () => {
      const portal = openPortal(remote, clones);
      await portal.head();
      const time = await timeOf(portal.ask);
      await portal.close();
      return time;
    };
    const cold = await inTurns(coldAsk, gitLog, ROUNDS);
    const warmTimes = await inTurns(() => timeOf(warm.ask), gitLog, ROUNDS);
    await warm.close();

    return {
      bench: 'rollback-history',
      versions: found,
      cloneMs: Math.round(cloneMs),
      upkeepMs: Math.round(upkeepMs),
      firstMs: Number(firstMs.toFixed(1)),
      gitLogMs: Number(cold.peer.toFixed(1)),
      coldMs: Number(cold.own.toFixed(1)),
      warmMs: Number(warmTimes.own.toFixed(3)),
      warmRatio: Number(warmTimes.ratio.toFixed(4)),
      warmBar: WARM_BAR,
      ratio: cold.ratio,
      bar: COLD_BAR,
      holds: cold.ratio <= COLD_BAR && warmTimes.ratio <= WARM_BAR,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
