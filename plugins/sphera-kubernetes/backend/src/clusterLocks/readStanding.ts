import { listLocks, Lock } from '@sphera/plugin-locks-common';
import {
  allPages,
  type OperationsService,
  type ServiceDirectory,
} from '@sphera/plugin-operations-node';
import { labelKeys } from './labelKeys';
import type { KeysOf } from './wantedData';

const PAGE = 200;

/** All locks that hold now, and how the services that they may be on are labelled. */
export interface Standing {
  /** The newest first. */
  locks: Lock[];
  labelKeys: KeysOf;
}

/** Asks sphera-locks, which owns the truth, and the catalog. */
export async function readStanding(
  operations: Pick<OperationsService, 'ask'>,
  directory: Pick<ServiceDirectory, 'list'>,
): Promise<Standing> {
  const [locks, services] = await Promise.all([
    allPages<Lock>(cursor =>
      operations.ask(listLocks, { limit: PAGE, cursor }),
    ),
    directory.list(),
  ]);
  return { locks, labelKeys: labelKeys(services) };
}
