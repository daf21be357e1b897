import type { Lock } from '@sphera/plugin-locks-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { ImageState } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../running/KeptRollback';
import type { TargetFile } from './TargetFile';

/** Why a version cannot come to an environment, in words; none: it can. */
export function obstaclesTo(told: {
  /** Title of the environment. */
  where: string;
  service: ServiceEntry;
  version?: string;
  image: ImageState;
  files: TargetFile[];
  locks: Lock[];
  /** The rollback that is under way there. */
  running?: KeptRollback;
}): string[] {
  const { where, service, version, files, locks, running } = told;
  return [
    ...locks.map(
      ({ placedBy, expiresAt, reason }) =>
        `Deploys of ${
          service.title
        } to ${where} are locked by ${placedBy} until ${
          expiresAt ?? 'somebody unlocks'
        }: ${reason}`,
    ),
    ...(running
      ? [
          `A rollback to ${running.version} is under way there, started by ${running.startedBy} (${running.id})`,
        ]
      : []),
    ...(told.image === 'missing'
      ? [`The image of ${version} is no longer in its registry`]
      : []),
    ...(saysSo(files, version) ? [`${version} is to run there already`] : []),
  ];
}

/** Whether there is nothing left to write. */
export function saysSo(
  files: readonly TargetFile[],
  version: string | undefined,
): boolean {
  return files.length > 0 && files.every(file => file.version === version);
}
