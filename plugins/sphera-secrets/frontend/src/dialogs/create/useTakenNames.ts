import { useOperation } from '@sphera/plugin-operations-react';
import { listSecrets } from '@sphera/plugin-secrets-common';
import { useMemo } from 'react';

const MOST_KNOWN = 200;

/**
 * Names that a service has secrets of, as far as the page knows: for more, the
 * backend has the last word.
 */
export function useTakenNames(service: string): ReadonlySet<string> {
  const { data } = useOperation(listSecrets, { service, limit: MOST_KNOWN });
  return useMemo(
    () => new Set(data?.items.map(({ name }) => name)),
    [data?.items],
  );
}
