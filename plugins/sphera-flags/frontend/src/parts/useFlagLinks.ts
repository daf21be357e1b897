import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  changeFlagRouteRef,
  clustersRouteRef,
  driftRouteRef,
  flagRouteRef,
  flagsRouteRef,
  newFlagRouteRef,
  rolloutRouteRef,
  startRolloutRouteRef,
} from '../routes';

/** What a list of flags or of drift is narrowed to by its address. */
type Query = Record<string, string | undefined>;

/** Where the pages of flags are. */
export interface FlagLinks {
  /** The list of all of them, narrowed. */
  toFlags(query?: Query): string;
  /** One of them, by key. */
  toFlag(flag: string): string;
  /** Where one creates one; the service, an entity ref, may be known already. */
  toNew(service?: string): string;
  toChange(flag: string): string;
  toStartRollout(flag: string): string;
  /** A roll-out, by id. */
  toRollout(id: string): string;
  toDrift(query?: Query): string;
  toClusters(): string;
}

/** Finds the addresses of flags. */
export function useFlagLinks(): FlagLinks {
  const flags = useRouteRef(flagsRouteRef);
  const flag = useRouteRef(flagRouteRef);
  const created = useRouteRef(newFlagRouteRef);
  const changed = useRouteRef(changeFlagRouteRef);
  const startRollout = useRouteRef(startRolloutRouteRef);
  const rollout = useRouteRef(rolloutRouteRef);
  const drift = useRouteRef(driftRouteRef);
  const clusters = useRouteRef(clustersRouteRef);
  return {
    toFlags: (query = {}) => withQuery(flags?.() ?? '', query),
    toFlag: key => flag?.({ flag: key }) ?? '',
    toNew: service => withQuery(created?.() ?? '', { service }),
    toChange: key => changed?.({ flag: key }) ?? '',
    toStartRollout: key => startRollout?.({ flag: key }) ?? '',
    toRollout: id => rollout?.({ id }) ?? '',
    toDrift: (query = {}) => withQuery(drift?.() ?? '', query),
    toClusters: () => clusters?.() ?? '',
  };
}

function withQuery(path: string, asked: Query): string {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(asked)) {
    if (value) query.set(field, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
