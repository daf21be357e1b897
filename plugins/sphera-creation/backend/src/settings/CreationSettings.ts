import type { GitSettings, RepositoryLinks } from '@sphera/plugin-git-node';

/** Where the repositories of new services are made, and how they are settled. */
export interface GitHubSettings {
  host: string;
  /** Where people look: `https://github.com`. */
  origin: string;
  apiBaseUrl: string;
  organization: string;
  /** All that have to pass before a merge. */
  requiredChecks: string[];
  /** Reviews that a pull request needs. */
  requiredApprovals: number;
  teams: Array<{ slug: string; permission: string }>;
  labels: Array<{ name: string; color: string; description?: string }>;
  topics: string[];
}

/** AWS ECR in one account and region. */
export interface ImagesSettings {
  account: string;
  region: string;
  /** Absent: AWS itself. */
  endpoint?: string;
  /** In front of the name of the service. */
  prefix: string;
  /** As images name it. */
  registry: string;
  /** How many images are kept. */
  keep: number;
}

/** Where pipelines are made besides GitHub Actions. */
export interface CodefreshSettings {
  apiUrl: string;
  token: string;
  project: string;
  /** Name of the Git integration there. */
  context: string;
  /** Where people look. */
  url: string;
}

/** What the clusters run. */
export interface ManifestsSettings {
  git: GitSettings;
  /** Name of the repository among those of `git`. */
  repository: string;
  branch: string;
  links: RepositoryLinks;
  /** With `{service}`, `{environment}` and `{region}`. */
  path: string;
  /** The part of `path` in front of the environment, with `{service}`: where pipelines put the files of each environment. */
  folder: string;
  /** Where a new service runs at once. */
  firstEnvironments: string[];
  /** With `{service}`, `{system}`, `{owner}` and `{environment}`. */
  namespace: string;
  /** What a manifest may hold. */
  kinds: string[];
}

/** The settings from `sphera.creation`, checked. What is absent is not done here. */
export interface CreationSettings {
  github?: GitHubSettings;
  images?: ImagesSettings;
  codefresh?: CodefreshSettings;
  manifests?: ManifestsSettings;
  /** What no service may be called. */
  reserved: string[];
}
