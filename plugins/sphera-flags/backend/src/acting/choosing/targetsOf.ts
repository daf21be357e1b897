import type { Target } from '@sphera/plugin-operations-common';
import type { ActingParts } from '../ActingParts';

/** The service in each of the clusters, for whoever decides who may. Without a service: all of them. */
export function targetsOf(
  { fleet }: Pick<ActingParts, 'fleet'>,
  service: string | undefined,
  clusters: readonly string[],
): Target[] {
  const known = new Map(fleet.clusters.map(one => [one.name, one]));
  const targets = clusters.map(cluster => {
    const { environment, region } = known.get(cluster) ?? {};
    return { service, environment, region, cluster };
  });
  return targets.length > 0 ? targets : [{ service }];
}
