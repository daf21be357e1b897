import type { Drift } from '@sphera/plugin-kubernetes-common';

/** Drift by the service that it is of, in the order in which services first occur. */
export function byService(drift: Drift[]): [service: string, Drift[]][] {
  const groups = new Map<string, Drift[]>();
  for (const one of drift) {
    const group = groups.get(one.service);
    if (group) group.push(one);
    else groups.set(one.service, [one]);
  }
  return [...groups];
}
