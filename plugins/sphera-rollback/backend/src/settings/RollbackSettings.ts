import type {
  GitHubPlace,
  GitRemote,
  GitSettings,
} from '@sphera/plugin-git-node';
import type { LayoutKind } from '@sphera/plugin-rollback-common';

/** A GitOps repository: layouts name it, the clusters follow its branch. Its credentials are the configured ones, else those of `integrations`. */
export interface RepositorySettings extends GitRemote {
  /**
   * `push` pushes to the branch; `pull-request` always opens one; `either` pushes, and opens one where the branch turns
   * out to be protected.
   */
  way: 'push' | 'pull-request' | 'either';
  /** `owner/name` on GitHub, for pull requests and links; from the URL where that is on a GitHub host. */
  gitHub?: GitHubPlace;
  /** `https://github.com/kestrel/gitops/commit/{hash}` */
  commitUrl?: string;
  /** `https://github.com/kestrel/gitops/blob/{branch}/{path}` */
  fileUrl?: string;
  /** `https://github.com/kestrel/gitops/pull/{number}` */
  pullRequestUrl?: string;
}

/** Where, in a file, the version is. */
export interface SpotSettings {
  kind: LayoutKind;
  /** `helm`: YAML path of the tag, `image.tag` if absent. `application`: name of the Helm parameter, `image.tag` if absent. May hold `{service}`. */
  path?: string;
  /** `kustomize`, `manifest`, and `application` with Kustomize images: repository of the image, without its tag; may hold `{service}`. Absent: its last part is the name of the service. */
  image?: string;
}

/** How services declare their versions; the first layout that fits a service and an environment is its own. */
export interface LayoutSettings extends SpotSettings {
  /** Canonical entity refs. Absent: every service. */
  services?: string[];
  /** Entity refs of groups. Absent: any owner. */
  teams?: string[];
  /** Entity refs of systems. Absent: any. */
  systems?: string[];
  environments?: string[];
  repository: string;
  /** May hold `{service}`, `{environment}`, `{region}`, `{cluster}`, `{owner}`, `{system}`: one file for all regions where neither `{region}` nor `{cluster}` is in it. */
  file: string;
}

/** An Argo CD server that follows the repository. */
export interface ArgoCdSettings {
  /** Base address of its API server, like `https://argocd.kestrel.example`. */
  url: string;
  token: string;
  /** Which clusters it deploys to; absent: all. */
  clusters?: string[];
  /** Name of the application; may hold `{service}`, `{environment}`, `{region}`, `{cluster}`. Absent: as the deployment's labels say. */
  application?: string;
}

/** An image registry that speaks the OCI distribution API. */
export interface RegistrySettings {
  /** As images name it: `registry.kestrel.example`. */
  host: string;
  /** Where it answers, if not at `https://<host>`. */
  url?: string;
  credentials?: { username: string; password: string };
}

/** The settings from `sphera.rollback`, checked. Durations in milliseconds. */
export interface RollbackSettings extends GitSettings {
  repositories: RepositorySettings[];
  layouts: LayoutSettings[];
  /** Whether deploys are locked afterwards unless one says no. */
  lockAfterwards: boolean;
  /** How long clusters may take until they run the version. */
  rollOutLimit: number;
  /** How long a pull request may take until it is merged. */
  pullRequestLimit: number;
  /** How long a version has to have run to have run well. */
  ranWellAfter: number;
  slack?: {
    token: string;
    /** Absent: Slack itself. */
    apiUrl?: string;
    /** Where the service has no annotation `sphera.io/slack-channel`. */
    channel?: string;
  };
  argoCd: ArgoCdSettings[];
  registries: RegistrySettings[];
}
