import { randomUUID } from 'node:crypto';
import type { InputOf } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import type {
  Plan,
  RollbackSet,
  SetPlan,
  startRollbackSet,
} from '@sphera/plugin-rollback-common';
import { serviceOf } from '../reading/serviceOf';
import { toSetAnswer } from '../sets/toSetAnswer';
import type { ActingParts } from './ActingParts';
import { NOW } from './beginRollback';
import { newRollback } from './newRollback';
import { inTheWay, refuseUnlessPossible } from './refusals';

/** Begins the rollbacks of a set, all or none. @throws as `beginRollback`, naming the service */
export async function beginSet(
  parts: ActingParts,
  input: InputOf<typeof startRollbackSet>,
  startedBy: string,
): Promise<RollbackSet> {
  const { plans, store, directory, settings, runner, clock, toAnswer } = parts;
  const { services, environment, system, at, reason } = input;
  if (input.plans && input.plans.length !== services.length) {
    throw new FieldError('plans', 'must name one plan for each service');
  }
  const planned = await plans.set({ system, environment, at }, NOW);
  const chosen = services.map((service, index) =>
    planOf(planned, service, `services.${index}`),
  );
  chosen.forEach((plan, index) =>
    refuseUnlessPossible(plan, input.plans?.[index]),
  );
  const set = {
    id: randomUUID(),
    system: planned.system,
    environment,
    at: Date.parse(planned.at),
    reason,
    startedBy,
    startedAt: clock.now(),
  };
  const ask = {
    reason,
    startedBy,
    lock: input.lock ?? settings.lockAfterwards,
    set: set.id,
  };
  const rollbacks = await Promise.all(
    chosen.map(async plan => {
      const service = await serviceOf(directory, plan.service);
      return newRollback(parts, service, plan, ask);
    }),
  );
  const other = await store.add(rollbacks, { set });
  if (other) throw inTheWay(other);
  for (const { id } of rollbacks) runner.wake(id);
  return toSetAnswer(set, rollbacks, toAnswer);
}

function planOf(
  { plans, others }: SetPlan,
  service: string,
  field: string,
): Plan {
  const plan = plans.find(one => one.service === service);
  if (plan) return plan;
  const why = others.find(one => one.service === service)?.sentence;
  throw new FieldError(
    field,
    `must be a service that plan-rollback-set would roll back: ${service} ${
      why ? `stays as it is (${why})` : 'is not of this system'
    }`,
  );
}
