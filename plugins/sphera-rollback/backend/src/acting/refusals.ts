import type { Plan } from '@sphera/plugin-rollback-common';
import { RollbackConflictError } from '../errors';
import type { KeptRollback } from '../running/KeptRollback';

/** Another one runs for the same service and environment: who started it, and when. */
export function inTheWay({
  id,
  kind,
  service,
  environment,
  version,
  startedBy,
  startedAt,
}: KeptRollback): RollbackConflictError {
  const what = kind === 'rollback' ? 'back' : 'forward';
  return new RollbackConflictError(
    `${startedBy} is rolling ${service} ${what} to ${version} in ${environment} already, since ${new Date(
      startedAt,
    ).toISOString()}. Wait until that has ended (rollback ${id})`,
    { rollback: id },
  );
}

/**
 * Refuses a plan that cannot be carried out, or that is not the one that somebody saw.
 * @param seen - id of the plan that they saw
 * @throws RollbackConflictError
 */
export function refuseUnlessPossible(plan: Plan, seen?: string): void {
  if (plan.obstacles.length > 0) {
    throw new RollbackConflictError(
      `${plan.service} cannot be rolled back in ${
        plan.environment
      }: ${plan.obstacles.join('; ')}`,
    );
  }
  if (seen !== undefined && seen !== plan.id) {
    throw new RollbackConflictError(
      `Something has changed for ${plan.service} in ${plan.environment} since you looked: look at the plan again`,
    );
  }
}
