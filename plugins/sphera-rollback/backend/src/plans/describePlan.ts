import { listed } from '@sphera/plugin-operations-node';
import type { Plan } from '@sphera/plugin-rollback-common';
import { changeOf } from './changeOf';
import { lookAtFleet } from './FleetSight';
import { imageState } from './imageState';
import { locksInTheWay } from './locksInTheWay';
import { migrationOf } from './migrationOf';
import { obstaclesOf } from './obstaclesOf';
import { planId } from './planId';
import type { PlannedChange, PlannedFile, PlanParts } from './PlanParts';
import { touchedClusters } from './touchedClusters';
import { warningsOf } from './warningsOf';
import { wayBack } from './wayBack';

const distinct = (all: string[]): string[] => [...new Set(all)];

/** What is to run no more; where nothing changes, what is to run. */
function leftVersions(files: readonly PlannedFile[]): string[] {
  const changed = files.filter(({ version, to }) => version !== to);
  const left = changed.length > 0 ? changed : files;
  return distinct(left.map(({ version }) => version));
}

/** All that a person should know of a change before it is made. */
export async function describePlan(
  parts: PlanParts,
  change: PlannedChange,
): Promise<Plan> {
  const { fleet, settings } = parts;
  const { service, environment, files } = change;
  const target = { service: service.ref, environment };
  const versions = distinct(files.map(({ to }) => to));
  const [sight, locks, running, way] = await Promise.all([
    lookAtFleet(parts.clusters, service.ref, environment),
    locksInTheWay(parts, target),
    parts.store.running(service.ref, environment),
    wayInto(parts, files),
  ]);
  const image = await imageState(parts.images, sight.deployments, versions);
  const waysBack = new Map(files.map(file => [file, wayBackOf(change, file)]));
  const writes = files.map(file => changeOf(file, waysBack.get(file)?.length));
  const clusters = touchedClusters(fleet, files, sight);
  const plan = {
    ...target,
    regions: fleet.regions
      .map(({ name }) => name)
      .filter(name => files.some(({ file }) => file.regions.includes(name))),
    version: listed(versions),
    from: listed(leftVersions(files)),
  };
  const lengths = [...waysBack.values()].flatMap(one => one?.length ?? []);
  return {
    id: planId(change, plan),
    ...plan,
    files: writes.map(one => one.change),
    clusters,
    locks: locks.inTheWay,
    versionsBack: lengths.length > 0 ? Math.max(...lengths) : undefined,
    migrations: migrationsOn(change, [...waysBack.values()]),
    image,
    way,
    warnings: warningsOf(fleet, change, {
      image,
      clusters,
      replaced: locks.replaced,
      ahead: files.filter(
        file => file.to !== file.version && !waysBack.get(file),
      ),
    }),
    obstacles: obstaclesOf(fleet, change, {
      locks: locks.inTheWay,
      running: running?.id === change.undoes ? undefined : running,
      unwritable: writes.flatMap(({ problem }) => problem ?? []),
    }),
    lockAfterwards: settings.lockAfterwards && !change.undoes,
    channel: parts.channelOf(service),
  };
}

/** By what the file itself went through; by the whole environment where the version never was in it. */
function wayBackOf(
  { history }: PlannedChange,
  { runs, version: from, to }: PlannedFile,
): string[] | undefined {
  const isKnown = runs.some(({ version }) => version === to);
  return wayBack(isKnown ? runs : allRuns(history.versions), { from, to });
}

function allRuns(versions: PlannedChange['history']['versions']) {
  return versions
    .flatMap(({ runs }) => runs)
    .sort((a, b) => Date.parse(b.deployedAt) - Date.parse(a.deployedAt));
}

function migrationsOn(
  { service, history }: PlannedChange,
  ways: Array<string[] | undefined>,
): Plan['migrations'] {
  const onTheWay = new Set(ways.flatMap(one => one ?? []));
  return history.versions.flatMap(one => {
    const what = onTheWay.has(one.version) && migrationOf(service, one);
    return what ? { version: one.version, what } : [];
  });
}

/** One pull request is enough to make somebody wait. */
async function wayInto(
  { ways }: PlanParts,
  files: readonly PlannedFile[],
): Promise<Plan['way']> {
  const repositories = distinct(files.map(({ file }) => file.repository));
  const all = await Promise.all(repositories.map(name => ways.of(name)));
  return all.includes('pull-request') ? 'pull-request' : 'push';
}
