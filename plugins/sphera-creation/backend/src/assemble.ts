import type {
  AuthService,
  DatabaseService,
  LifecycleService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type OperationsService,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import type { ActingParts } from './acting/ActingParts';
import { openImages } from './adapters/images/openImages';
import { openManifests } from './adapters/manifests/openManifests';
import { openPipelines } from './adapters/pipelines/openPipelines';
import { openServiceRepositories } from './adapters/github/openServiceRepositories';
import { readSettings } from './settings/readSettings';
import { openStore } from './storage/openStore';

/** Puts the parts of this capability together: here the clock comes in. */
export async function assemble(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  directory: ServiceDirectory;
  fleet: Fleet;
  lifecycle: LifecycleService;
  operations: OperationsService;
}): Promise<ActingParts> {
  const clock = systemClock;
  const settings = readSettings(deps.config, deps.fleet);
  const given = { ...deps, settings, clock };
  const images = openImages(given);
  const manifests = openManifests(given);
  deps.lifecycle.addShutdownHook(async () => {
    images?.close();
    await manifests?.close();
  });
  return {
    ...given,
    store: await openStore(deps.database),
    repositories: openServiceRepositories(given),
    images,
    pipelines: openPipelines(given),
    manifests,
  };
}
