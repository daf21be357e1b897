import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { withoutRemote } from '@sphera/plugin-fleet-common';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { handleActing } from './acting/handleActing';
import { assemble } from './assemble';
import { handleLooking } from './lookingOperations';
import { handlePromoting } from './promoting/handlePromoting';
import type { RunnerParts } from './running/RunnerParts';

/** @param atBoundary - done before and after each time that a rollback is written down, by tests */
export const createRollbackPlugin = ({
  atBoundary,
}: Pick<RunnerParts, 'atBoundary'> = {}) =>
  createBackendPlugin({
    pluginId: 'sphera-rollback',
    register(env) {
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
        },
        async init(deps) {
          const { reading, acting, promoting, runner } = await assemble({
            ...deps,
            fleet: withoutRemote(deps.fleet),
            atBoundary,
          });
          handleLooking(deps.operations, reading);
          handleActing(deps.operations, acting);
          handlePromoting(deps.operations, promoting);
          runner.start();
        },
      });
    },
  });

/** Back to a version that ran well, through a commit to the GitOps repository. */
export const rollbackPlugin = createRollbackPlugin();
