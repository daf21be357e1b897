import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { assemble } from './assemble';
import { handleOperations } from './operations';
import { watch } from './watch';

/** Merge freezes that GitHub itself keeps. */
export const mergesPlugin = createBackendPlugin({
  pluginId: 'sphera-merges',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: serviceDirectoryServiceRef,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { stores, settings, acting } = await assemble(deps);
        const { looking } = acting ?? {};
        handleOperations(deps.operations, { settings, stores, looking });
        if (acting) await watch(acting, { ...deps, stores });
      },
    });
  },
});
