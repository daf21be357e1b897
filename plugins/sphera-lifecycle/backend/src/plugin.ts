import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { lifecycleFactsExtensionPoint } from '@sphera/plugin-lifecycle-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { handleActing } from './acting/handleActing';
import { assemble } from './assemble';
import { FactSources } from './facts/FactSources';
import { handleLooking } from './looking/handleLooking';

/** The path of services from design review to production: stages, facts, approvals. */
export const lifecyclePlugin = createBackendPlugin({
  pluginId: 'sphera-lifecycle',
  register(env) {
    const sources = new FactSources();
    env.registerExtensionPoint(lifecycleFactsExtensionPoint, sources);
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: serviceDirectoryServiceRef,
        events: eventsServiceRef,
        fleet: fleetServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const parts = await assemble(deps, sources);
        handleLooking(parts);
        handleActing(parts);
      },
    });
  },
});
