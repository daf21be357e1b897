import type { Strategy } from '@sphera/plugin-merges-common';

/** Whose label exempts a pull request. */
export interface ExemptionSettings {
  label: string;
  /** Logins on GitHub, in lower case, and entity refs of people. */
  people: string[];
}

/** How merges are frozen on GitHub. */
export interface MergeSettings {
  strategy: Strategy;
  /** One of `integrations.github`. */
  host: string;
  apiBaseUrl: string;
  /** Where people look at repositories: `https://github.com`. */
  origin: string;
  organizations: string[];
  /** `kestrel-parcels/site`, besides those of services. */
  repositories: string[];
  /** Never held, in lower case: GitOps repositories, and what else is left out. */
  except: string[];
  /** What the status is called. */
  context: string;
  /** Whether the portal makes default branches require it. */
  require: boolean;
  exemption?: ExemptionSettings;
  /** Milliseconds. */
  reconcileEvery: number;
  /** The webhook that the portal keeps in each organisation; absent: it makes none. */
  webhook?: { url: string; secret: string };
  /** The portal's page of a repository. */
  pageOf(repository: string): string;
}
