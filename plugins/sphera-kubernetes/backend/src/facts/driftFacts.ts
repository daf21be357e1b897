import type {
  DriftFacts,
  ServiceDeployments,
} from '@sphera/plugin-kubernetes-common';

/** How much of a service drifts, and how. */
export function driftFacts({
  drift,
}: Pick<ServiceDeployments, 'drift'>): DriftFacts {
  const kinds: DriftFacts['kinds'] = {};
  for (const { kind } of drift) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { count: drift.length, kinds };
}
