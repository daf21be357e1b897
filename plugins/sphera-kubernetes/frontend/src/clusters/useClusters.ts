import { ClusterView, listClusters } from '@sphera/plugin-kubernetes-common';
import { useOperation } from '@sphera/plugin-operations-react';
import { useMemo } from 'react';

/** How the portal sees each cluster; undefined while it is not known. */
export function useClusters(): ClusterView[] | undefined {
  return useOperation(listClusters, {}).data?.items;
}

/** The state of each cluster by its name; another object only when one of them has changed. */
export function useClusterStates(
  clusters: ClusterView[] | undefined,
): ReadonlyMap<string, ClusterView['state']> {
  const said = JSON.stringify(
    (clusters ?? []).map(({ cluster, state }) => [cluster, state]),
  );
  return useMemo(() => new Map(JSON.parse(said)), [said]);
}
