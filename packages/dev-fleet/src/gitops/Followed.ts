import type { FollowedApplication } from '../argoCd/FollowedApplications';
import type { DeploymentPlace, FollowedFile } from './FollowedFile';

/** What is known of a file in one cluster. */
export interface Followed {
  file: FollowedFile;
  place: DeploymentPlace;
  /** What the file wants, as it was last read. */
  desired?: string;
  /** What the cluster was last brought to, or seen with; at the beginning what the file wanted then. */
  running?: string;
  /** Commit that was last brought there. */
  applied?: string;
  /** Why the file cannot be read, or the cluster does not take it. */
  problem?: string;
  /** Whether the cluster is being asked just now. */
  isAsked?: boolean;
}

/** An application out of what is known of its file. */
export function applicationOf(
  { file, place, desired, running, applied }: Followed,
  revision: string | undefined,
): FollowedApplication {
  return {
    name: file.application!,
    cluster: place.cluster,
    namespace: place.namespace,
    deployment: place.name,
    repository: file.repository,
    file: file.path,
    sync: desired === running ? 'Synced' : 'OutOfSync',
    desired,
    revision,
    applied,
  };
}

/** Whether the agent itself has something to do in a cluster. */
export const isBehind = ({ file, desired, running }: Followed): boolean =>
  !file.application && desired !== undefined && desired !== running;
