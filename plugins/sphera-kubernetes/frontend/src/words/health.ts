import type { Deployment, Health } from '@sphera/plugin-kubernetes-common';

/** How a deployment is, in one word for its users' eyes. */
export const HEALTH_WORDS: Record<Health, string> = {
  healthy: 'healthy',
  degraded: 'degraded',
  down: 'down',
  off: 'switched off',
};

/** How alarming a deployment looks, and why in a word or two. */
export interface Look {
  tone: Health;
  word: string;
}

/**
 * How a deployment looks. One that serves its users with the pods of before while its
 * rollout is stuck is healthy in their eyes, and somebody has to see to it all the same.
 */
export function lookOf({
  health,
  rollout,
}: {
  health: Health;
  rollout?: Pick<Deployment['rollout'], 'state'>;
}): Look {
  return health === 'healthy' && rollout?.state === 'stuck'
    ? { tone: 'degraded', word: 'serves, but stuck' }
    : { tone: health, word: HEALTH_WORDS[health] };
}
