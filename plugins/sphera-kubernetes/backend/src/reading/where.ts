/** Narrows a list to some places; all of them combine. */
export interface Where {
  service?: string;
  environment?: string;
  region?: string;
  cluster?: string;
  namespace?: string;
  /** Name of the deployment. */
  deployment?: string;
}

/** Whether a deployment is in the places that are asked for. */
export function isWhere(
  where: Where,
  place: {
    environment: string;
    region: string;
    cluster: string;
    namespace: string;
    name: string;
  },
): boolean {
  const { environment, region, cluster, namespace, deployment } = where;
  return (
    (environment === undefined || environment === place.environment) &&
    (region === undefined || region === place.region) &&
    (cluster === undefined || cluster === place.cluster) &&
    (namespace === undefined || namespace === place.namespace) &&
    (deployment === undefined || deployment === place.name)
  );
}
