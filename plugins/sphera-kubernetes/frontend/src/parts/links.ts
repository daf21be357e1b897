import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Names one deployment. */
export interface DeploymentName {
  cluster: string;
  namespace: string;
  name: string;
}

/** Where the pages of services are. */
export interface ServiceLinks {
  /** The page of a service, by entity ref. */
  toService(ref: string): string;
  /** Its Deployments tab. */
  toDeployments(ref: string): string;
}

/** Finds the addresses of services and of what runs of them. */
export function useServiceLinks(): ServiceLinks {
  const routeTo = useRouteRef(entityRouteRef);
  const toService = (ref: string) =>
    routeTo?.(entityRouteParams(parseEntityRef(ref), { encodeParams: true })) ??
    '';
  return {
    toService,
    toDeployments: ref => `${toService(ref)}/deployments`,
  };
}

/** The address of a Deployments tab with one deployment opened. */
export function openedAt(tab: string, deployment: DeploymentName): string {
  const { cluster, namespace, name } = deployment;
  return `${tab}?${new URLSearchParams({ cluster, namespace, name })}`;
}
