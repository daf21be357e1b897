import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { readSettings } from '../settings/readSettings';
import { createTargetsAction } from './targetsAction';

/** Actions that are no operations: what templates have to know of this portal, in dry runs too. */
export const creationActionsModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'sphera-creation',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        fleet: fleetServiceRef,
      },
      async init({ actions, config, fleet, ...deps }) {
        const settings = readSettings(config, fleet);
        actions.addActions(createTargetsAction({ ...deps, fleet, settings }));
      },
    });
  },
});
