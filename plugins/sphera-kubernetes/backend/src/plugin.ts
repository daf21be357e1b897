import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { withoutRemote } from '@sphera/plugin-fleet-common';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { handleActing } from './actingOperations';
import { assemble } from './assemble';
import { keepClusterLocks } from './clusterLocks/keepClusterLocks';
import { handleReading } from './operations';
import { tellPages } from './tellPages';
import { watchActing } from './watchActing';

/** What runs where, live, and what may be done about it. */
export const kubernetesPlugin = createBackendPlugin({
  pluginId: 'sphera-kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: serviceDirectoryServiceRef,
        events: eventsServiceRef,
        fleet: fleetServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(given) {
        const deps = { ...given, fleet: withoutRemote(given.fleet) };
        const { reading, acting, ...parts } = await assemble(deps);
        handleReading(deps.operations, reading);
        handleActing(deps.operations, acting);
        tellPages({ ...deps, ...parts, clock: systemClock });
        await watchActing({ ...deps, ...acting });
        await keepClusterLocks({ ...deps, ...parts });
      },
    });
  },
});
