/** An application as the GitOps agent knows it. */
export interface FollowedApplication {
  name: string;
  cluster: string;
  namespace: string;
  /** Name of its Deployment. */
  deployment: string;
  /** `kestrel-parcels/billing-deployments` */
  repository: string;
  file: string;
  sync: 'Synced' | 'OutOfSync';
  /** The version that its file wants. */
  desired?: string;
  /** Commit of the branch that was last read. */
  revision?: string;
  /** Commit that was last applied. */
  applied?: string;
  /** The application that brings this one, where it is itself kept in Git. */
  parent?: string;
}

/** Who reads files and applies them to clusters, for Argo CD: the GitOps agent. */
export interface FollowedApplications {
  applications(): FollowedApplication[];
  /** Reads the branch now. */
  refresh(name: string): Promise<FollowedApplication>;
  /** Applies what the branch wants. @throws Error with the cluster's sentence where it does not take it */
  apply(name: string): Promise<void>;
}
