import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import { duration, listed } from '@sphera/plugin-operations-node';
import type { ImageState, Plan } from '@sphera/plugin-rollback-common';
import { Duration } from 'luxon';
import type { HistoricVersion } from '../history/Versions';
import type { KeptRollback } from '../running/KeptRollback';
import type { PlannedChange, PlannedFile } from './PlanParts';

/** What to think of before the button is pressed, the gravest first. */
export function warningsOf(
  fleet: Fleet,
  change: PlannedChange,
  told: {
    image: ImageState;
    clusters: Plan['clusters'];
    replaced: KeptRollback[];
    /** Files whose change goes ahead rather than back. */
    ahead: PlannedFile[];
  },
): string[] {
  const { history, files, undoes } = change;
  const versions = [...new Set(files.map(({ to }) => to))];
  return [
    ...(told.image === 'missing'
      ? [`The image of ${listed(versions)} is no longer in its registry`]
      : []),
    ...(history.head.stale ? [history.head.stale] : []),
    // Whoever takes a rollback back knows that it took this version away.
    ...(undoes ? [] : versions.flatMap(one => badPast(history.versions, one))),
    ...(undoes ? [] : neverThere(fleet, files)),
    ...(undoes ? [] : told.ahead.map(file => goesAhead(fleet, file))),
    ...told.clusters.flatMap(({ cluster, sentence }) =>
      sentence ? `${cluster}: ${sentence}` : [],
    ),
    ...told.replaced.map(
      ({ from, version }) =>
        `The deploy lock of the rollback from ${from} to ${version} is taken off`,
    ),
  ];
}

function badPast(
  versions: readonly HistoricVersion[],
  wanted: string,
): string[] {
  const known = versions.find(({ version }) => version === wanted);
  if (!known || known.ranWell) return [];
  if (known.runs.some(({ leftByRollback }) => leftByRollback)) {
    return [`A rollback took ${wanted} away before`];
  }
  const ran = Duration.fromISO(known.ranFor).toMillis();
  return [`${wanted} ran for ${duration(ran)} only`];
}

function neverThere(fleet: Fleet, files: readonly PlannedFile[]): string[] {
  return files
    .filter(({ runs, to }) => !runs.some(({ version }) => version === to))
    .map(({ file, to }) => `${to} never ran in ${regionsOf(fleet, file)}`);
}

function goesAhead(fleet: Fleet, { file, version, to }: PlannedFile): string {
  return `${to} is newer than ${version}, which is to run in ${regionsOf(
    fleet,
    file,
  )} now: this goes ahead, not back`;
}

/** `Frankfurt and Virginia` */
export function regionsOf(
  fleet: Fleet,
  { regions }: { regions: string[] },
): string {
  return listed(regions.map(name => titleOf(fleet.regions, name)));
}
