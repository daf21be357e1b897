import type { Fleet } from '@sphera/plugin-fleet-common';

/** Clusters that flags are sent to, in the order of the fleet. */
export function clustersOf(
  { clusters }: { clusters?: readonly string[] },
  fleet: Pick<Fleet, 'clusters'>,
): Fleet['clusters'] {
  if (!clusters) return fleet.clusters;
  return fleet.clusters.filter(({ name }) => clusters.includes(name));
}
