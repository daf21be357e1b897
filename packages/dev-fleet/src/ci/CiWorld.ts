import type { HostedRepositories } from '../git/HostedRepositories';
import type { CheckRuns } from '../gitHub/pullRequests/CheckRuns';
import type { Clock } from '../kubernetes/clock';

/** What pipelines work with. */
export interface CiWorld {
  repositories: HostedRepositories;
  clock: Clock;
  /** Where the checks of a repository stand; `undefined`: nowhere. */
  checksOf(
    repository: string,
  ): Pick<CheckRuns, 'create' | 'update'> | undefined;
  /** Pushes the image of a service; `false` where there is no place for it yet. */
  pushImage(service: string, tag: string): boolean;
  /** Brings an image to an environment; returns what was done. */
  deploy(wish: DeployWish): Promise<string>;
  /** Address of this host, for links. */
  origin(): string;
}

/** An image that is to run in an environment. */
export interface DeployWish {
  /** Bare folder of the service's repository. */
  source: string;
  commit: string;
  service: string;
  tag: string;
  environment: string;
  /** In milliseconds since 1970. */
  at: number;
}
