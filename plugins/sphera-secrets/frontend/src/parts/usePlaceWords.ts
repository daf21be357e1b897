import { titleOf } from '@sphera/plugin-fleet-common';
import type { Place } from '@sphera/plugin-secrets-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useCallback } from 'react';

/** Names a place as people do: `Frankfurt (Production)`. */
export function usePlaceWords(): (place: Place) => string {
  const { environments, regions } = useFleet();
  return useCallback(
    ({ environment, region }: Place) =>
      `${titleOf(regions, region)} (${titleOf(environments, environment)})`,
    [environments, regions],
  );
}
