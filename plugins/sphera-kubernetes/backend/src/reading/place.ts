import type { Place } from '@sphera/plugin-kubernetes-common';
import type { ClusterSight, OwnedDeployment } from '../fleet/FleetMemory';

/** An answer without how fresh it is: that moves all the time, while the rest may be kept. */
export type Undated<T> = Omit<T, 'observedAt' | 'stale'>;

/** Where a thing of a deployment is. */
export function placeOf(
  { service, sight }: Pick<OwnedDeployment, 'service' | 'sight'>,
  { namespace, name }: { namespace: string; name: string },
): Undated<Place> {
  const { environment, region, name: cluster } = sight.cluster;
  return { service, environment, region, cluster, namespace, name };
}

/** How fresh everything is that comes from a cluster. */
export function freshnessOf({
  state,
  observedAt,
}: ClusterSight): Pick<Place, 'observedAt' | 'stale'> {
  // Nothing is known of a cluster that was never heard from, so nothing of it is ever dated 1970.
  return { observedAt: toMoment(observedAt ?? 0), stale: state !== 'live' };
}

/** Milliseconds since 1970 as answers carry them. */
export function toMoment(at: number): string {
  return new Date(at).toISOString();
}
