import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';

type Facts = Pick<DeploymentDetails, 'strategy' | 'replicas'>;

// What Kubernetes takes where a deployment says nothing.
const DEFAULT = '25%';

/** How a restart replaces the pods, in sentences. */
export function strategyInWords({ strategy, replicas }: Facts): string {
  const { desired } = replicas;
  const all = desired === 1 ? 'Its only pod is' : `All ${desired} pods are`;
  if (strategy.type === 'Recreate') {
    return `${all} stopped first, then started anew: nothing answers in between.`;
  }
  const surge = podsOf(strategy.maxSurge, desired, Math.ceil);
  const missing = podsOf(strategy.maxUnavailable, desired, Math.floor);
  // As Kubernetes does it: with neither, nothing could ever be replaced.
  const unavailable = surge === 0 && missing === 0 ? 1 : missing;
  const step = surge + unavailable;
  const ready = Math.max(desired - unavailable, 0);
  const pace = step === 1 ? 'one by one' : `at most ${step} at a time`;
  if (desired === 1 && unavailable === 0) {
    return `${all} replaced: it goes when the new one is ready.`;
  }
  const meanwhile =
    ready === 0
      ? 'none may be left to answer meanwhile'
      : `${leastOf(ready, desired)} stay ready`;
  return `${all} replaced, ${pace}; ${meanwhile}.`;
}

function leastOf(ready: number, desired: number): string {
  return ready === desired
    ? `all ${desired}`
    : `at least ${ready} of ${desired}`;
}

/** `25%` or `2` of so many pods; percentages round up for surge and down for missing ones, as Kubernetes has it. */
function podsOf(
  quantity: string = DEFAULT,
  pods: number,
  round: (value: number) => number,
): number {
  const value = Number.parseInt(quantity, 10);
  return quantity.endsWith('%') ? round((value * pods) / 100) : value;
}
