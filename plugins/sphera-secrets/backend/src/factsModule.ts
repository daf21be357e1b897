import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  atMostEvery,
  CHANGES_TOPIC,
  operationsServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import {
  listServiceSecrets,
  type SecretsFacts,
} from '@sphera/plugin-secrets-common';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';
import { allServiceSecrets } from './facts/allServiceSecrets';
import { secretsFacts } from './facts/secretsFacts';

// A sweep tells of many services one after the other; the hub need not follow each.
const LOOK_AGAIN_MS = 2_000;

/** Shows in the hub how many secrets each service has, and how many of them drift. */
export const secretsFactsModule = createBackendModule({
  pluginId: 'sphera-services',
  moduleId: 'secrets-facts',
  register(env) {
    env.registerInit({
      deps: {
        events: eventsServiceRef,
        hub: serviceFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ events, hub, operations }) {
        hub.addFacts<SecretsFacts>({
          id: 'secrets',
          forAll: async () =>
            new Map(
              (await allServiceSecrets(operations)).map(row => [
                row.service,
                secretsFacts(row),
              ]),
            ),
          onChange(changed) {
            const tell = atMostEvery(LOOK_AGAIN_MS, changed, systemClock);
            void events.subscribe({
              id: 'secrets-facts',
              topics: [CHANGES_TOPIC],
              async onEvent({ eventPayload }) {
                const { plugin } = eventPayload as { plugin: string };
                if (plugin === listServiceSecrets.plugin) tell();
              },
            });
          },
          sortBy: ({ drifting }) => drifting,
        });
      },
    });
  },
});
