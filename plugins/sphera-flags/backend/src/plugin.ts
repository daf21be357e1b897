import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { createFirstFlags } from './acting/firstFlags';
import { handleActing } from './acting/handleActing';
import { assemble, type Injected } from './assemble';
import { handleLooking } from './lookingOperations';
import { handleNamespaces } from './namespaces/handleNamespaces';
import { sayHowToBegin } from './transport/sayHowToBegin';

/** @param injected - what tests bring along */
export const createFlagsPlugin = (injected: Injected = {}) =>
  createBackendPlugin({
    pluginId: 'sphera-flags',
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
          logger: coreServices.logger,
          notifications: notificationService,
          operations: operationsServiceRef,
          scheduler: coreServices.scheduler,
        },
        async init(deps) {
          const { operations, lifecycle, scheduler } = deps;
          const parts = await assemble({ ...deps, ...injected });
          if (!parts) {
            sayHowToBegin(operations);
            return;
          }
          handleLooking(operations, parts.reading);
          handleActing(operations, parts.acting);
          handleNamespaces(operations, {
            clock: parts.acting.clock,
            namespaces: parts.acting.stores.namespaces,
          });
          await parts.start();
          lifecycle.addStartupHook(() => {
            void createFirstFlags(parts.acting);
          });
          await scheduler.scheduleTask({
            id: 'forget-history',
            frequency: { hours: 24 },
            initialDelay: { minutes: 5 },
            timeout: { hours: 2 },
            fn: () => parts.retention.run(),
          });
          lifecycle.addShutdownHook(() => parts.stop());
        },
      });
    },
  });

/** Flags of clusters that the portal has no connection to, over Kafka. */
export const flagsPlugin = createFlagsPlugin();
