import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  Clock,
  OperationsService,
  ServiceDirectory,
} from '@sphera/plugin-operations-node';
import type { ServiceRepositories } from '../adapters/github/ServiceRepositories';
import type { ImageRepositories } from '../adapters/images/ImageRepositories';
import type { Manifests } from '../adapters/manifests/Manifests';
import type { Pipelines } from '../adapters/pipelines/Pipelines';
import type { CreationSettings } from '../settings/CreationSettings';
import type { CreationStore } from '../storage/CreationStore';

/** What it takes to create a service. What is absent is not set up here. */
export interface ActingParts {
  settings: CreationSettings;
  fleet: Fleet;
  store: CreationStore;
  clock: Clock;
  auth: AuthService;
  catalog: CatalogService;
  directory: ServiceDirectory;
  operations: OperationsService;
  repositories?: ServiceRepositories;
  images?: ImageRepositories;
  pipelines?: Pipelines;
  manifests?: Manifests;
}
