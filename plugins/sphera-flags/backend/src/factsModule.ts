import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  type FlagsFacts,
  listServiceFlags,
  type ServiceFlags,
} from '@sphera/plugin-flags-common';
import {
  allPages,
  atMostEvery,
  CHANGES_TOPIC,
  operationsServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';

const PAGE = 200;
// Clusters answer one after the other; the hub need not follow each.
const LOOK_AGAIN_MS = 2_000;

/** Shows in the hub how many flags each service has, and how many of them drift. */
export const flagsFactsModule = createBackendModule({
  pluginId: 'sphera-services',
  moduleId: 'flags-facts',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        hub: serviceFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ config, events, hub, operations }) {
        // A portal that was told of no Kafka has no flags: that is no trouble.
        const hasFlags = config.has('sphera.flags.transport');
        hub.addFacts<FlagsFacts>({
          id: 'flags',
          async forAll() {
            if (!hasFlags) return new Map();
            const all = await allPages<ServiceFlags>(cursor =>
              operations.ask(listServiceFlags, { limit: PAGE, cursor }),
            );
            return new Map(all.map(({ service, ...sums }) => [service, sums]));
          },
          onChange(changed) {
            const tell = atMostEvery(LOOK_AGAIN_MS, changed, systemClock);
            void events.subscribe({
              id: 'flags-facts',
              topics: [CHANGES_TOPIC],
              async onEvent({ eventPayload }) {
                const { plugin } = eventPayload as { plugin: string };
                if (plugin === listServiceFlags.plugin) tell();
              },
            });
          },
          sortBy: ({ drifting }) => drifting,
        });
      },
    });
  },
});
