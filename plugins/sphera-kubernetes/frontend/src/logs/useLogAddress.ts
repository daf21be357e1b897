import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { DeploymentPlace } from '../tab/place';

/** Which log the address of the page names, beside the place of its deployment. */
export interface LogAddress {
  pod: string;
  /** Absent: the main container. */
  container?: string;
  /** The run before the last restart. */
  previous: boolean;
}

const FIELDS = ['pod', 'container', 'previous'];

/** The open log lives in the address: it can be shared, and the way back closes it. */
export function useLogAddress(place: DeploymentPlace): {
  address?: LogAddress;
  open(address: LogAddress): void;
  /** Another run or container in its place. */
  change(address: LogAddress): void;
  close(): void;
} {
  const [query, setQuery] = useSearchParams();
  const { cluster, namespace, name } = place;
  const address = useMemo(() => read(query), [query]);
  const write = useCallback(
    (next: LogAddress | undefined, replace: boolean) =>
      setQuery(before => written(before, { cluster, namespace, name }, next), {
        replace,
      }),
    [setQuery, cluster, namespace, name],
  );
  return useMemo(
    () => ({
      address,
      open: next => write(next, false),
      change: next => write(next, true),
      close: () => write(undefined, true),
    }),
    [address, write],
  );
}

function read(query: URLSearchParams): LogAddress | undefined {
  const pod = query.get('pod');
  if (!pod) return undefined;
  const container = query.get('container') ?? undefined;
  return { pod, container, previous: query.get('previous') === 'true' };
}

function written(
  before: URLSearchParams,
  place: DeploymentPlace,
  address: LogAddress | undefined,
): URLSearchParams {
  const query = new URLSearchParams(before);
  FIELDS.forEach(field => query.delete(field));
  // Whoever the address is sent to must see the same deployment.
  Object.entries(place).forEach(([field, value]) => query.set(field, value));
  if (!address) return query;
  query.set('pod', address.pod);
  if (address.container) query.set('container', address.container);
  if (address.previous) query.set('previous', 'true');
  return query;
}
