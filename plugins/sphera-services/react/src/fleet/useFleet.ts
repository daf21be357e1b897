import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Fleet, readFleet } from '@sphera/plugin-fleet-common';
import { useMemo } from 'react';

/** The environments, regions and clusters of the configuration. */
export function useFleet(): Fleet {
  const config = useApi(configApiRef);
  return useMemo(() => readFleet(config), [config]);
}
