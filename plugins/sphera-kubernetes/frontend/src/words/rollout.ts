import type { Deployment } from '@sphera/plugin-kubernetes-common';

/** What is said of a rollout. */
export type RolloutFacts = Pick<Deployment, 'rollout' | 'replicas'>;

/** How a rollout stands, in a few words: `rolling, 2 of 3 updated`; nothing once it is done. */
export function rolloutInWords(of: RolloutFacts): string | undefined {
  const { updated, desired } = of.replicas;
  switch (of.rollout.state) {
    case 'rolling':
      return `rolling, ${updated} of ${desired} updated`;
    case 'stuck':
      return `stuck, ${updated} of ${desired} updated`;
    case 'paused':
      return 'paused';
    case 'off':
      return 'switched off';
    default:
      return undefined;
  }
}

/** The same in one word, for places without room; nothing once it is done. */
export function rolloutInOneWord({
  rollout,
}: RolloutFacts): string | undefined {
  if (rollout.state === 'done') return undefined;
  return rollout.state === 'off' ? 'switched off' : rollout.state;
}

/** How far a rollout is: of the pods of the wanted version those that are ready for use, from 0 to 1. */
export function rolloutProgress({ replicas }: RolloutFacts): number {
  if (replicas.desired === 0) return 1;
  // Updated pods that still start count half: a bar that stands still for a minute looks broken.
  const ready = Math.min(replicas.updated, replicas.available);
  const progress = (replicas.updated + ready) / (2 * replicas.desired);
  return Math.min(Math.max(progress, 0), 1);
}
