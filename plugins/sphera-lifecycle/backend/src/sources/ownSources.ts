import type { AuthService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { FactSource } from '@sphera/plugin-lifecycle-node';
import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import { catalogSource } from './catalog/catalogSource';
import { gitHubSource } from './github/gitHubSource';

/** The sources that are there without any module: the catalog and GitHub. */
export const ownSources = (deps: {
  config: Config;
  catalog: CatalogService;
  auth: AuthService;
  directory: ServiceDirectory;
  events: EventsService;
  clock: Clock;
}): FactSource[] => [catalogSource(deps), gitHubSource(deps)];
