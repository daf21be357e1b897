import type { Fleet } from '@sphera/plugin-fleet-common';
import type { z } from 'zod/v3';
import type { PlaceSettings } from '../standard/SecretsSettings';
import type { settingsSchema } from './settingsSchema';

/** Each place on its own, in the order of the fleet. */
export function placesOf(
  settings: z.output<typeof settingsSchema>['places'],
  fleet: Fleet,
): PlaceSettings[] {
  return fleet.environments.flatMap(({ name: environment }) =>
    settings
      .filter(one => one.environment === environment)
      .flatMap(({ regions, ...rest }) => {
        const named = regions ?? regionsOfClusters(fleet, environment);
        return fleet.regions
          .filter(({ name }) => named.includes(name))
          .map(({ name: region }) => ({ ...rest, region }));
      }),
  );
}

function regionsOfClusters(fleet: Fleet, environment: string): string[] {
  return fleet.clusters
    .filter(cluster => cluster.environment === environment)
    .map(cluster => cluster.region);
}
