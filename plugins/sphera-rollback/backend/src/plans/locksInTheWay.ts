import { listLocks, type Lock } from '@sphera/plugin-locks-common';
import {
  allPages,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { Plan } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../running/KeptRollback';
import type { RollbackStore } from '../storage/RollbackStore';

const PAGE = 200;

/** Locks that a rollback has to do with. */
export interface Locks {
  /** Those of other people. */
  inTheWay: Plan['locks'];
  /** Rollbacks whose lock still holds: it is taken off. */
  replaced: KeptRollback[];
}

/** The locks on a service that hold now, told apart from those that rollbacks placed. */
export async function locksInTheWay(
  parts: {
    operations: Pick<OperationsService, 'ask'>;
    store: Pick<RollbackStore, 'get'>;
  },
  target: { service: string; environment: string },
): Promise<Locks> {
  const locks = await allPages<Lock>(cursor =>
    parts.operations.ask(listLocks, { ...target, limit: PAGE, cursor }),
  );
  const found: Locks = { inTheWay: [], replaced: [] };
  for (const lock of locks) {
    const rollback = await placedBy(parts.store, lock);
    if (rollback) found.replaced.push(rollback);
    else found.inTheWay.push(...holding(lock));
  }
  return found;
}

/** The lock of a rollback has the rollback's own id. */
async function placedBy(store: Pick<RollbackStore, 'get'>, lock: Lock) {
  return lock.actions.join() === 'deploy' ? store.get(lock.id) : undefined;
}

function holding(lock: Lock): Plan['locks'] {
  if (lock.actions.includes('rollback'))
    return [{ ...lock, holds: 'rollback' }];
  if (lock.actions.includes('deploy')) return [{ ...lock, holds: 'clusters' }];
  return [];
}
