import { findRollback } from '../reading/readRollbacks';
import { serviceOf } from '../reading/serviceOf';
import type { KeptRollback } from '../running/KeptRollback';
import type { ActingParts } from './ActingParts';
import { NOW } from './beginRollback';
import { newRollback } from './newRollback';
import { inTheWay, refuseUnlessPossible } from './refusals';

/**
 * Begins to take a rollback back, which ends there if it is still under way.
 * @throws as `beginRollback`; RollbackConflictError where it cannot be taken back
 */
export async function beginForward(
  parts: ActingParts,
  { id, reason, plan: seen }: { id: string; reason: string; plan?: string },
  startedBy: string,
): Promise<KeptRollback> {
  const { plans, store, directory, runner, clock } = parts;
  const undone = await findRollback(store, id);
  const other = await store.running(undone.service, undone.environment);
  if (other && other.id !== id) throw inTheWay(other);
  const service = await serviceOf(directory, undone.service);
  const plan = await plans.forward(undone, NOW);
  refuseUnlessPossible(plan, seen);
  const forward = await newRollback(parts, service, plan, {
    reason,
    startedBy,
    lock: false,
    undoes: id,
  });
  const sentence = `${startedBy} rolled it forward before it was over (${forward.id})`;
  const faster = await store.add([forward], {
    supersedes: { id, sentence, at: clock.now() },
  });
  if (faster) throw inTheWay(faster);
  // Whoever is at the other one lets go of it, and tells people how it ended.
  runner.wake(id);
  runner.wake(forward.id);
  return forward;
}
