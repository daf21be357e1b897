import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { handleActing } from './acting/handleActing';
import { assemble } from './assemble';
import { handleLooking } from './looking/handleLooking';
import { handleUndoing } from './undoing/handleUndoing';

/** New services from a form: repository, images, pipeline, manifests, catalog, secrets, flags. */
export const creationPlugin = createBackendPlugin({
  pluginId: 'sphera-creation',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: serviceDirectoryServiceRef,
        fleet: fleetServiceRef,
        lifecycle: coreServices.lifecycle,
        operations: operationsServiceRef,
      },
      async init(deps) {
        const parts = await assemble(deps);
        handleLooking(parts);
        handleActing(parts);
        handleUndoing(parts);
      },
    });
  },
});
