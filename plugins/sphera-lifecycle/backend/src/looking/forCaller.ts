import type { getLifecycle, Lifecycle } from '@sphera/plugin-lifecycle-common';
import type { OperationCall } from '@sphera/plugin-operations-node';
import type { ActingParts } from '../acting/ActingParts';

/** Who asks. */
export type Asking = Pick<
  OperationCall<typeof getLifecycle>,
  'actor' | 'credentials'
>;

/** The same life cycle, with which approvals are for the person who asks. */
export async function forCaller(
  lifecycle: Lifecycle,
  { approvers }: Pick<ActingParts, 'approvers'>,
  { actor, credentials }: Asking,
): Promise<Lifecycle> {
  if (actor.kind !== 'user' || lifecycle.asked.length === 0) return lifecycle;
  const own = await approvers.standingFor(credentials);
  const stages = lifecycle.stages.map(stage => ({
    ...stage,
    steps: stage.steps.map(step => {
      const { approval } = step;
      if (!approval) return step;
      const isYours = approval.approvers.some(ref => own.has(ref));
      return { ...step, approval: { ...approval, isYours } };
    }),
  }));
  return { ...lifecycle, stages };
}
