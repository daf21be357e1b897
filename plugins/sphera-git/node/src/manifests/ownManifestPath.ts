/** Where the manifest of a service for an environment and region is in the service's own repository. */
export const ownManifestPath = ({
  environment,
  region,
}: {
  environment: string;
  region: string;
}): string => `deploy/${environment}/${region}.yaml`;
