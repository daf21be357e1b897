import type { Fleet } from '@sphera/plugin-fleet-common';

/** Clusters that flags are sent to, in the order of the fleet. */
export function clustersOf(
  { clusters }: { clusters?: readonly string[] },
  fleet: Pick<Fleet, 'clusters'>,
): Fleet['clusters'] {
  if (!clusters) return fleet.clusters;
  const names = new Set(clusters);
  return fleet.clusters.filter(({ name }) => names.has(name));
}
