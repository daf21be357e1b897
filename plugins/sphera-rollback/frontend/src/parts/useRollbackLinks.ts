import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  rollbackRouteRef,
  rollbacksRouteRef,
  setRouteRef,
  startRouteRef,
  startSetRouteRef,
} from '../routes';

/** What a rollback is started with; each may be left open. */
export interface StartPlace {
  /** Entity ref. */
  service?: string;
  environment?: string;
  /** Absent: all in which the service has a file. */
  regions?: string[];
  version?: string;
}

/** Where the pages of rollbacks are. */
export interface RollbackLinks {
  /** The list of all of them. */
  toRollbacks(): string;
  /** One of them, by id. */
  toRollback(id: string): string;
  /** Where one starts, with what is known already. */
  toStart(place?: StartPlace): string;
  toStartSet(): string;
  /** A set of them, by id. */
  toSet(id: string): string;
}

/** Finds the addresses of rollbacks. */
export function useRollbackLinks(): RollbackLinks {
  const rollbacks = useRouteRef(rollbacksRouteRef);
  const rollback = useRouteRef(rollbackRouteRef);
  const start = useRouteRef(startRouteRef);
  const startSet = useRouteRef(startSetRouteRef);
  const set = useRouteRef(setRouteRef);
  return {
    toRollbacks: () => rollbacks?.() ?? '',
    toRollback: id => rollback?.({ id }) ?? '',
    toStart: (place = {}) => withQuery(start?.() ?? '', place),
    toStartSet: () => startSet?.() ?? '',
    toSet: id => set?.({ id }) ?? '',
  };
}

function withQuery(path: string, place: StartPlace): string {
  const query = startQuery(place).toString();
  return query ? `${path}?${query}` : path;
}

/** What an address says that starts a rollback; {@link StartPlace} without what is left open. */
export function startQuery(place: StartPlace): URLSearchParams {
  const { service, environment, regions, version } = place;
  const query = new URLSearchParams();
  if (service) query.set('service', service);
  if (environment) query.set('environment', environment);
  if (regions?.length) query.set('regions', regions.join(','));
  if (version) query.set('version', version);
  return query;
}
