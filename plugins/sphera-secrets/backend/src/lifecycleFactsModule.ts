import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { lifecycleFactsExtensionPoint } from '@sphera/plugin-lifecycle-node';
import {
  hearChanges,
  operationsServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { listPlaces } from '@sphera/plugin-secrets-common';
import { secretsSource } from './lifecycle/secretsSource';

// A sweep tells of many services one after the other; a life cycle need not follow each.
const LOOK_AGAIN_MS = 2_000;

/** Tells life cycles whether the secrets of each service are complete. */
export const secretsLifecycleFactsModule = createBackendModule({
  pluginId: 'sphera-lifecycle',
  moduleId: 'secrets-facts',
  register(env) {
    env.registerInit({
      deps: {
        events: eventsServiceRef,
        fleet: fleetServiceRef,
        lifecycle: lifecycleFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ events, fleet, lifecycle, operations }) {
        const clock = systemClock;
        for (const environment of fleet.environments) {
          lifecycle.addSource(
            secretsSource(environment, {
              fleet,
              operations,
              clock,
              onChange: changed =>
                hearChanges(changed, {
                  id: `lifecycle-secrets-${environment.name}`,
                  plugin: listPlaces.plugin,
                  every: LOOK_AGAIN_MS,
                  concerns: change =>
                    change.environment === undefined ||
                    change.environment === environment.name,
                  events,
                  clock,
                }),
            }),
          );
        }
      },
    });
  },
});
