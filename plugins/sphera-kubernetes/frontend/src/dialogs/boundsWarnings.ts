import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import type { Bounds } from './boundsProblems';

// Doubling what may run is a matter of cost; halving what must run, of what a region can take.
const LARGE = 2;

/** What a person should know before new bounds are set, in sentences; empty: nothing unusual. */
export function boundsWarnings(
  autoscaler: Pick<
    Autoscaler,
    'minReplicas' | 'maxReplicas' | 'currentReplicas'
  >,
  wanted: Bounds,
): string[] {
  const { minReplicas, maxReplicas, currentReplicas } = autoscaler;
  const warnings: string[] = [];
  if (wanted.minReplicas > currentReplicas) {
    warnings.push(
      `${pods(wanted.minReplicas - currentReplicas)} more start at once.`,
    );
  }
  if (wanted.maxReplicas < currentReplicas) {
    warnings.push(
      `${pods(
        currentReplicas - wanted.maxReplicas,
      )} of those that run now stop at once.`,
    );
  }
  if (wanted.maxReplicas >= maxReplicas * LARGE) {
    warnings.push(
      `A large change: up to ${times(
        wanted.maxReplicas / maxReplicas,
      )} as many pods as may run now.`,
    );
  }
  if (wanted.minReplicas * LARGE <= minReplicas) {
    warnings.push(
      `A large change: as few as ${pods(
        wanted.minReplicas,
      )} where at least ${minReplicas} run now.`,
    );
  }
  return warnings;
}

function pods(count: number): string {
  return count === 1 ? '1 pod' : `${count} pods`;
}

function times(ratio: number): string {
  const rounded = Math.round(ratio * 10) / 10;
  return rounded === 2 ? 'twice' : `${rounded} times`;
}
