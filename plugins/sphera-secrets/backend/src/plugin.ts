import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { handleActing } from './acting/actingOperations';
import { watchActing } from './acting/watchActing';
import { assemble } from './assemble';
import { handleLooking } from './lookingOperations';
import { tellPages } from './tellPages';

/** The secrets of every service on AWS Secrets Manager, to the standard and without drift. */
export const secretsPlugin = createBackendPlugin({
  pluginId: 'sphera-secrets',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: serviceDirectoryServiceRef,
        fleet: fleetServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { memory, reading, acting } = await assemble(deps);
        handleLooking(deps.operations, reading);
        handleActing(deps.operations, acting);
        tellPages({ ...deps, memory, clock: systemClock });
        await watchActing({ ...deps, acting });
      },
    });
  },
});
