import { RollbackConflictError } from '../errors';
import { findRollback } from '../reading/readRollbacks';
import type { KeptRollback } from '../running/KeptRollback';
import type { ActingParts } from './ActingParts';

/**
 * Asks for the end of a rollback; whoever is at it ends it before its next deed.
 * @throws NotFoundError, RollbackConflictError where that cannot be had any more
 */
export async function cancel(
  { store, runner }: ActingParts,
  id: string,
  by: NonNullable<KeptRollback['cancel']>,
): Promise<KeptRollback> {
  const isAsked = await store.askToCancel(id, by);
  const rollback = await findRollback(store, id);
  const { state, sentence, cancel: asked } = rollback;
  if (state !== 'running' && !isAsked) {
    throw new RollbackConflictError(`This rollback is over: ${sentence}`, {
      rollback: id,
    });
  }
  if (!isAsked && !asked) {
    throw new RollbackConflictError(
      'Its change is in the repository already, or on its way there: roll forward instead',
      { rollback: id },
    );
  }
  runner.wake(id);
  return rollback;
}
