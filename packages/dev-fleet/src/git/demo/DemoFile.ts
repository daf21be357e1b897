import type { DemoCluster } from '../../kubernetes/demo/clusters';
import type { DemoService } from '../../kubernetes/demo/services';
import type { VersionPlace } from '../../gitops/versionIn';

/** What of a file changes over time. */
export interface FileState {
  version: string;
  replicas: number;
  memory: string;
  logLevel: 'debug' | 'info';
  /** A line that somebody added to its head. */
  note?: string;
}

/** A file that says which version of a service is to run, and in which clusters. */
export interface DemoFile {
  repository:
    | 'kestrel-parcels/deployments'
    | 'kestrel-parcels/billing-deployments';
  path: string;
  /** As it is in the first of its clusters. */
  service: DemoService;
  environment: string;
  /** The first one is the first to get a version. */
  clusters: DemoCluster[];
  /** Where it stands for, as subjects of commits say it: `production (Frankfurt)`. */
  where: string;
  /** How the version stands in it. */
  place: VersionPlace;
  /** Name of its Argo CD application, where one follows it. */
  application?: string;
  write(state: FileState): string;
}
