import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type StartPlace, startQuery } from '../parts/useRollbackLinks';

/** What the address says that is to be rolled back, and how to change it. */
export interface StartAddress {
  place: StartPlace;
  /** Another service, and nothing else yet. */
  chooseService(service: string | undefined): void;
  /** Another environment, whose regions and versions are others. */
  chooseEnvironment(environment: string): void;
  /** @param regions - undefined: all */
  chooseRegions(regions: string[] | undefined): void;
  chooseVersion(version: string): void;
}

/** What one is about to do lives in the address: it can be shared before it is done. */
export function useStartAddress(): StartAddress {
  const [query, setQuery] = useSearchParams();
  const place = useMemo(() => readPlace(query), [query]);
  const go = useCallback(
    (next: StartPlace) => setQuery(startQuery(next), { replace: true }),
    [setQuery],
  );
  return {
    place,
    chooseService: service => go({ service }),
    chooseEnvironment: environment =>
      go({ service: place.service, environment }),
    chooseRegions: regions => go({ ...place, regions }),
    chooseVersion: version => go({ ...place, version }),
  };
}

/** What a query says; empty fields are left open. */
export function readPlace(query: URLSearchParams): StartPlace {
  const regions = query.get('regions')?.split(',').filter(Boolean);
  return {
    service: query.get('service') || undefined,
    environment: query.get('environment') || undefined,
    regions: regions?.length ? regions : undefined,
    version: query.get('version') || undefined,
  };
}
