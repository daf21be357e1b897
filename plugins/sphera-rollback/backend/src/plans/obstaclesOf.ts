import type { Fleet } from '@sphera/plugin-fleet-common';
import { listed } from '@sphera/plugin-operations-node';
import type { Plan } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../running/KeptRollback';
import type { PlannedChange } from './PlanParts';
import { regionsOf } from './warningsOf';

/** Why it cannot begin; none: it can. */
export function obstaclesOf(
  fleet: Fleet,
  change: PlannedChange,
  told: {
    locks: Plan['locks'];
    running?: KeptRollback;
    /** Files that cannot be written, in words. */
    unwritable: string[];
  },
): string[] {
  const { service, files } = change;
  return [
    ...told.locks
      .filter(({ holds }) => holds === 'rollback')
      .map(
        ({ placedBy, expiresAt, reason }) =>
          `Rollbacks of ${service.title} are locked by ${placedBy} until ${
            expiresAt ?? 'somebody unlocks'
          }: ${reason}`,
      ),
    ...(told.running ? [isRunning(told.running)] : []),
    ...told.unwritable,
    ...onlyTogether(fleet, change),
    ...(files.every(({ version, to }) => version === to)
      ? [
          `${listed([
            ...new Set(files.map(({ to }) => to)),
          ])} is to run there now`,
        ]
      : []),
  ];
}

function isRunning({ id, kind, version, startedBy }: KeptRollback): string {
  const what = kind === 'rollback' ? 'rollback' : 'roll-forward';
  return `Another ${what} is under way: to ${version}, started by ${startedBy} (${id})`;
}

/** One file for several regions cannot change for one of them alone. */
function onlyTogether(
  fleet: Fleet,
  { files, regions }: PlannedChange,
): string[] {
  if (!regions) return [];
  return files
    .filter(({ file }) => !file.regions.every(one => regions.includes(one)))
    .map(
      ({ file }) =>
        `${file.path} stands for ${regionsOf(
          fleet,
          file,
        )} together: choose all of them`,
    );
}
