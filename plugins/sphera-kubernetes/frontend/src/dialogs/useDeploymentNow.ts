import {
  DeploymentDetails,
  getDeployment,
} from '@sphera/plugin-kubernetes-common';
import { useOperation } from '@sphera/plugin-operations-react';

/** A deployment as it is while a dialog about it is open; undefined until it was asked for. */
export function useDeploymentNow(place: {
  cluster: string;
  namespace: string;
  name: string;
}): DeploymentDetails | undefined {
  const { cluster, namespace, name } = place;
  return useOperation(getDeployment, { cluster, namespace, name }).data;
}
