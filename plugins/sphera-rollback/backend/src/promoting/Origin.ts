import {
  type Deployment,
  type ClusterView,
} from '@sphera/plugin-kubernetes-common';
import type { DeclaredFile } from '../layouts/Layouts';

/** What is known of the environment that a version is promoted from. */
export interface Origin {
  environment: string;
  /** What the GitOps repository says is to run there; each version once. */
  declared: string[];
  /** The files that say so. */
  files: Array<Pick<DeclaredFile, 'path' | 'kind'>>;
  /** The kinds of objects that its manifests there have. */
  kinds: string[];
  /** What runs there; `undefined`: it cannot be told. */
  deployments?: Deployment[];
  /** How well the portal sees each cluster of the fleet; `undefined`: it cannot be told. */
  clusters?: ClusterView[];
}
