/** Names one deployment. */
export interface DeploymentName {
  cluster: string;
  namespace: string;
  name: string;
}

/** The address of a Deployments tab with one deployment opened. */
export function openedAt(tab: string, deployment: DeploymentName): string {
  const { cluster, namespace, name } = deployment;
  return `${tab}?${new URLSearchParams({ cluster, namespace, name })}`;
}
