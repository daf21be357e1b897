import type { VersionPlace } from './versionIn';

/** A deployment in a cluster. */
export interface DeploymentPlace {
  cluster: string;
  namespace: string;
  name: string;
}

/** A file whose version is to run in clusters. */
export interface FollowedFile {
  /** As `FollowedRepository` names it. */
  repository: string;
  path: string;
  place: VersionPlace;
  deployments: DeploymentPlace[];
  /** Name of an Argo CD application: then only `apply` brings the version to the cluster. */
  application?: string;
}

/** A repository whose branch is followed. */
export interface FollowedRepository {
  name: string;
  branch: string;
  /** A bare repository: the hosted one itself, or a copy of `remote`. */
  folder: string;
  /** Fetched from at each look. */
  remote?: { url: string; token: string };
}
