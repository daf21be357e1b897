import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Finds the address of the page of a service, team or person. */
export function useEntityHref(): (ref: string) => string | undefined {
  const routeTo = useRouteRef(entityRouteRef);
  return ref =>
    routeTo?.(entityRouteParams(parseEntityRef(ref), { encodeParams: true }));
}
