import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Where the pages of services are. */
export interface ServiceLinks {
  /** The page of a service, by entity ref. */
  toService(ref: string): string;
  /** One of its tabs, by path: `deployments`, `secrets`. */
  toTab(ref: string, tab: string): string;
}

/** Finds the addresses of services. */
export function useServiceLinks(): ServiceLinks {
  const routeTo = useRouteRef(entityRouteRef);
  const toService = (ref: string) =>
    routeTo?.(entityRouteParams(parseEntityRef(ref), { encodeParams: true })) ??
    '';
  return { toService, toTab: (ref, tab) => `${toService(ref)}/${tab}` };
}
