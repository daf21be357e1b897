import { listLocks, Lock } from '@sphera/plugin-locks-common';
import type {
  OperationsService,
  ServiceDirectory,
} from '@sphera/plugin-operations-node';
import { labelKeys } from './labelKeys';
import type { KeysOf } from './wantedData';

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
    allLocks(operations),
    directory.list(),
  ]);
  return { locks, labelKeys: labelKeys(services) };
}

async function allLocks(
  operations: Pick<OperationsService, 'ask'>,
): Promise<Lock[]> {
  const locks: Lock[] = [];
  let cursor: string | undefined;
  do {
    const page = await operations.ask(listLocks, { limit: 200, cursor });
    locks.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return locks;
}
