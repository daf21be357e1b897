/** Names one deployment in one cluster, as addresses and operations do. */
export interface DeploymentPlace {
  cluster: string;
  namespace: string;
  name: string;
}

/** Whether both name the same deployment. */
export function isSamePlace(a: DeploymentPlace, b: DeploymentPlace): boolean {
  return (
    a.cluster === b.cluster && a.namespace === b.namespace && a.name === b.name
  );
}

/** The part of an address that names it. */
export function searchOf({ cluster, namespace, name }: DeploymentPlace) {
  return `?${new URLSearchParams({ cluster, namespace, name })}`;
}
