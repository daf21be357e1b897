import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { assemble } from './assemble';
import { handleOperations } from './operations';
import { watchEndings } from './watchEndings';

/** Locks on services, merge freezes, and the gate that pipelines ask. */
export const locksPlugin = createBackendPlugin({
  pluginId: 'sphera-locks',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: serviceDirectoryServiceRef,
        fleet: fleetServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const parts = await assemble(deps);
        handleOperations(deps.operations, parts);
        await watchEndings({ ...deps, ...parts });
      },
    });
  },
});
