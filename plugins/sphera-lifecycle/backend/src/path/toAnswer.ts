import type { Lifecycle, Standing } from '@sphera/plugin-lifecycle-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Judgement } from './judge';
import type { KeptLifecycle } from './KeptLifecycle';

/** Where a service stands at a moment (milliseconds since 1970), in short. */
export function toStanding(
  judgement: Judgement,
  { ref, title, type, owners }: ServiceEntry,
  now: number,
): Standing {
  const { present, since, isComplete, isAtRest, next, broken } = judgement;
  return {
    service: ref,
    title,
    type,
    owners,
    stage: present.name,
    since: iso(since),
    isStuck: !isAtRest && now - since > present.stuckAfter,
    isComplete,
    next,
    broken,
    asked: judgement.asked.map(step => ({
      step: step.name,
      title: step.title,
    })),
  };
}

/** The whole path of a service at a moment. */
export const toLifecycle = (
  judgement: Judgement,
  kept: KeptLifecycle,
  service: ServiceEntry,
  now: number,
): Lifecycle => ({
  ...toStanding(judgement, service, now),
  stages: judgement.stages,
  beganAt: iso(kept.beganAt),
  beganBy: kept.beganBy,
});

function iso(at: number) {
  return new Date(at).toISOString();
}
