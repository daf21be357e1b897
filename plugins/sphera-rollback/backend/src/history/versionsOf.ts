import { Duration } from 'luxon';
import type { HistoricRun, HistoricVersion } from './Versions';

/** What the runs of one file say, and which version it wants now. */
export interface FileRuns {
  /** The newest first. */
  runs: HistoricRun[];
  version: string;
}

const endOf = ({ endedAt }: HistoricRun, now: number) =>
  endedAt ? Date.parse(endedAt) : now;

// Clocks of those who commit are not all right.
const lengthOfRun = (run: HistoricRun, now: number) =>
  Math.max(0, endOf(run, now) - Date.parse(run.deployedAt));

const lengthOf = ({ runs }: FileRuns, version: string, now: number) =>
  runs
    .filter(run => run.version === version)
    .reduce((sum, run) => sum + lengthOfRun(run, now), 0);

const newestFirst = (a: HistoricRun, b: HistoricRun) =>
  Date.parse(b.deployedAt) - Date.parse(a.deployedAt);

const toIso = (milliseconds: number) =>
  Duration.fromObject({ seconds: Math.floor(milliseconds / 1_000) })
    .shiftTo('days', 'hours', 'minutes', 'seconds')
    .toISO();

/**
 * The versions of a service, by the runs of all its files, the one that was committed last first.
 * @param ranWellAfter - how long a version has to have run to have run well, in milliseconds
 * @param migrations - what commits say of databases, by their hash
 */
export function versionsOf(
  files: readonly FileRuns[],
  {
    now,
    ranWellAfter,
    migrations,
  }: {
    now: number;
    ranWellAfter: number;
    migrations: ReadonlyMap<string, string>;
  },
): HistoricVersion[] {
  const runs = files.flatMap(file => file.runs).sort(newestFirst);
  const byVersion = new Map<string, HistoricRun[]>();
  for (const run of runs) {
    byVersion.set(run.version, [...(byVersion.get(run.version) ?? []), run]);
  }
  return [...byVersion].map(([version, ofVersion]) => {
    const [{ deployedAt, author, commit, pullRequest }] = ofVersion;
    const migration = ofVersion
      .map(run => migrations.get(run.commit.hash))
      .find(Boolean);
    const length = Math.max(...files.map(file => lengthOf(file, version, now)));
    return {
      version,
      deployedAt,
      author,
      commit,
      pullRequest,
      ranFor: toIso(length),
      isCurrent: files.some(file => file.version === version),
      ranWell: ranWell(ofVersion, { now, ranWellAfter }),
      migration,
      runs: ofVersion,
    };
  });
}

/**
 * A version ran well where a run of it was long enough and no rollback ended it, nor took the version away from
 * another place later: only who has run well since then is trusted again.
 */
function ranWell(
  runs: HistoricRun[],
  { now, ranWellAfter }: { now: number; ranWellAfter: number },
): boolean {
  const takenAway = Math.max(
    ...runs.map(run => (run.leftByRollback ? endOf(run, now) : -Infinity)),
  );
  return runs.some(
    run =>
      !run.leftByRollback &&
      lengthOfRun(run, now) >= ranWellAfter &&
      Date.parse(run.deployedAt) >= takenAway,
  );
}
