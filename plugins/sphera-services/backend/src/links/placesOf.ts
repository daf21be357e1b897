import type { Fleet } from '@sphera/plugin-fleet-common';
import type { PlaceKind } from './settings/LinkSettings';

/** Where a link leads into; empty: it is about the service alone. */
export interface LinkPlace {
  environment?: string;
  region?: string;
  cluster?: string;
}

/** The places of one kind in some environments, in the order of the fleet. */
export function placesOf(
  kind: PlaceKind,
  environments: readonly string[],
  fleet: Fleet,
): LinkPlace[] {
  if (kind === 'service') return [{}];
  return environments.flatMap(environment => {
    if (kind === 'environment') return [{ environment }];
    const clusters = fleet.clusters.filter(
      cluster => cluster.environment === environment,
    );
    if (kind === 'cluster') {
      return clusters.map(({ name, region }) => ({
        environment,
        region,
        cluster: name,
      }));
    }
    return fleet.regions
      .filter(({ name }) => clusters.some(({ region }) => region === name))
      .map(({ name }) => ({ environment, region: name }));
  });
}
