/**
 * How an Argo CD application stands. Where the application is itself kept in Git, another one brings it ("app of apps"), and
 * it is `Synced` when both are: until the other one is, `sync`, `operation` and `isAutomatic` are of that one.
 */
export interface Application {
  name: string;
  /** `Synced`, `OutOfSync`, `Unknown` */
  sync: string;
  /** `Healthy`, `Progressing`, `Degraded`, … */
  health: string;
  /** Commits that it was last compared with: of each of its sources, and of those of the application that brings it. */
  revisions: string[];
  /** Of the sync that runs, or ran last: `Running`, `Succeeded`, `Failed`, `Error`; with its message. */
  operation?: { phase: string; message?: string; revision?: string };
  /** Whether Argo CD syncs it by itself. */
  isAutomatic: boolean;
  url: string;
}

/** Argo CD, through its API. */
export interface Applications {
  /** The application of a deployment in a cluster; `undefined` where no server of the configuration deploys there. */
  nameOf(place: {
    service: { ref: string; name: string };
    environment: string;
    region: string;
    cluster: string;
    /** As labels of the deployment say. */
    owner?: string;
  }): string | undefined;
  /** Has it look at the repository now, and tells how it stands. @throws NeighbourError */
  refresh(cluster: string, name: string): Promise<Application>;
  /** @throws NeighbourError */
  get(cluster: string, name: string): Promise<Application>;
  /**
   * Syncs it to a commit, or first the application that brings it to what that follows; asked again while it runs, nothing
   * happens. @throws NeighbourError
   */
  sync(cluster: string, name: string, revision: string): Promise<void>;
}
