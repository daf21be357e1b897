import type { InputOf } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import type { startRollback } from '@sphera/plugin-rollback-common';
import { serviceOf } from '../reading/serviceOf';
import type { KeptRollback } from '../running/KeptRollback';
import type { ActingParts } from './ActingParts';
import { newRollback } from './newRollback';
import { inTheWay, refuseUnlessPossible } from './refusals';

/** What is decided on is never older than this moment. */
export const NOW = { maxAge: 0 };

/**
 * Begins a rollback; a replica carries it out.
 * @throws RollbackConflictError where another one runs, or where something is in the way or has changed since it was
 * planned; FieldError where the version is to run already; what planning throws
 */
export async function beginRollback(
  parts: ActingParts,
  { reason, lock, plan: seen, ...wish }: InputOf<typeof startRollback>,
  startedBy: string,
): Promise<KeptRollback> {
  const { plans, store, directory, settings, runner } = parts;
  const other = await store.running(wish.service, wish.environment);
  if (other) throw inTheWay(other);
  const service = await serviceOf(directory, wish.service);
  const plan = await plans.plan(wish, NOW);
  if (plan.files.every(({ from, to }) => from === to)) {
    throw new FieldError(
      'version',
      `must be another one than ${wish.version}, which is to run there already`,
    );
  }
  refuseUnlessPossible(plan, seen);
  const rollback = await newRollback(parts, service, plan, {
    reason,
    startedBy,
    lock: lock ?? settings.lockAfterwards,
  });
  const faster = await store.add([rollback]);
  if (faster) throw inTheWay(faster);
  runner.wake(rollback.id);
  return rollback;
}
