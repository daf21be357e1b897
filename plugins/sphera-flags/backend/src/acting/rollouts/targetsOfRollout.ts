import type { Target } from '@sphera/plugin-operations-common';
import type { ActingParts } from '../ActingParts';
import { targetsOf } from '../choosing/targetsOf';
import { findRollout } from '../findFlag';

/** The flag's service in all clusters of a roll-out. @throws NotFoundError */
export async function targetsOfRollout(
  parts: Pick<ActingParts, 'stores' | 'fleet'>,
  id: string,
): Promise<Target[]> {
  const { service, rings } = await findRollout(parts.stores.rollouts, id);
  const clusters = rings.flatMap(ring =>
    ring.clusters.map(({ cluster }) => cluster),
  );
  return targetsOf(parts, service, clusters);
}
