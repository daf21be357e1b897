import { unlock as unlockOperation } from '@sphera/plugin-locks-common';
import { counted } from '@sphera/plugin-operations-node';
import { locksInTheWay } from '../../plans/locksInTheWay';
import type { DoStep, StepParts } from '../StepRun';
import { trying } from './trying';

/** Takes off the locks that earlier rollbacks of this service have left here; a lock that is gone is fine. */
export const unlock: DoStep = async (held, parts) => {
  const { service, environment, id, kind } = held.kept;
  const reason =
    kind === 'rollback'
      ? `Replaced by rollback ${id}`
      : `Rolled forward (${id}): ${held.kept.reason}`.slice(0, 500);
  const result = await trying(held, parts, async () => {
    const { replaced } = await locksInTheWay(parts, { service, environment });
    // A lock has the id of the rollback that placed it.
    const others = replaced.filter(one => one.id !== id);
    for (const other of others) {
      await held.stay();
      await takeOff(parts, other.id, reason);
    }
    return others.length;
  });
  if ('problem' in result) {
    return {
      failed: `The lock of the earlier rollback stays: ${result.problem}`,
    };
  }
  return result.value === 0
    ? { skipped: 'No earlier rollback has left a lock' }
    : { sentence: `${counted(result.value, 'lock')} taken off` };
};

async function takeOff({ operations }: StepParts, id: string, reason: string) {
  try {
    await operations.ask(unlockOperation, { id, reason });
  } catch (error) {
    const status = (error as { statusCode?: number }).statusCode;
    // Somebody was faster.
    if (status !== 404 && status !== 409) throw error;
  }
}
