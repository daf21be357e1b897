import { lock as lockOperation } from '@sphera/plugin-locks-common';
import type { KeptRollback } from '../KeptRollback';
import type { DoStep } from '../StepRun';
import { trying } from './trying';

/** How long the reason of a lock may be. */
const LONGEST = 500;

/** Holds deploys back, so that no pipeline brings the version back. Its lock has the id of the rollback: placed once. */
export const lock: DoStep = async (held, parts) => {
  const { kept } = held;
  const { id, service, environment } = kept;
  if (!kept.lock.isWanted) {
    return {
      skipped:
        kept.kind === 'rollback'
          ? 'Not wanted'
          : 'A roll-forward leaves deploys open',
    };
  }
  const result = await trying(held, parts, async () => {
    await held.stay();
    return parts.operations.ask(lockOperation, {
      id,
      service,
      environment,
      actions: ['deploy'],
      reason: lockReason(kept),
    });
  });
  if ('problem' in result) {
    return { failed: `Deploys could not be locked: ${result.problem}` };
  }
  kept.lock.id = result.value.id;
  return { sentence: `Deploys to ${environment} are held back` };
};

/** Why it is locked: `Rolled back from 4.12.1 to 4.11.7: … (rollback …)`; a long reason is cut. */
export function lockReason({
  id,
  from,
  version,
  reason,
}: KeptRollback): string {
  const head = `Rolled back from ${from} to ${version}: `;
  const tail = ` (rollback ${id})`;
  const room = LONGEST - head.length - tail.length;
  const cut = reason.length > room ? `${reason.slice(0, room - 1)}…` : reason;
  return `${head}${cut}${tail}`;
}
