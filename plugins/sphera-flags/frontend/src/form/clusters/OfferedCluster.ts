import type { Cell, Rings } from '@sphera/plugin-flags-common';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Value } from '../../parts/FlagValue';

/** A cluster that one may choose. */
export interface OfferedCluster {
  cluster: string;
  environment: string;
  /** What it has now; absent: the flag is new. */
  now?: Value;
}

/** The clusters that flags are sent to; while that is not known, all of the fleet. */
export function clustersOfRings(
  fleet: Fleet,
  rings: Rings | undefined,
): OfferedCluster[] {
  const sentTo = rings && new Set(rings.rings.flatMap(ring => ring.clusters));
  return fleet.clusters
    .filter(({ name }) => !sentTo || sentTo.has(name))
    .map(({ name, environment }) => ({ cluster: name, environment }));
}

/** The clusters of a flag with what each is to have now. */
export function clustersOfFlag(cells: readonly Cell[]): OfferedCluster[] {
  return cells.map(({ cluster, environment, wanted }) => ({
    cluster,
    environment,
    now: wanted?.value ?? { text: 'not there' },
  }));
}
