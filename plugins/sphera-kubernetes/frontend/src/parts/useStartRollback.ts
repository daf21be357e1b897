import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { startRollbackRouteRef } from '../routes';

/**
 * Finds where a service is rolled back.
 *
 * @returns undefined where the app has no rollbacks
 */
export function useStartRollback(): ((service: string) => string) | undefined {
  const start = useRouteRef(startRollbackRouteRef);
  const to = useCallback(
    (service: string) => `${start?.()}?${new URLSearchParams({ service })}`,
    [start],
  );
  return start && to;
}

/** The address with the place added in which one wants to roll back. */
export function rollbackAt(
  href: string | undefined,
  place: { environment: string; region: string },
): string | undefined {
  const { environment, region } = place;
  return (
    href && `${href}&${new URLSearchParams({ environment, regions: region })}`
  );
}
