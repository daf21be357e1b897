import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { listLocks, Lock } from '@sphera/plugin-locks-common';
import {
  allPages,
  CHANGES_TOPIC,
  operationsServiceRef,
} from '@sphera/plugin-operations-node';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';
import { covers, holds } from './lockRules';

const PAGE = 200;

/** Shows in the hub which services are locked. */
export const locksFactsModule = createBackendModule({
  pluginId: 'sphera-services',
  moduleId: 'locks-facts',
  register(env) {
    env.registerInit({
      deps: {
        events: eventsServiceRef,
        hub: serviceFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ events, hub, operations }) {
        hub.addFacts<Lock[]>({
          id: 'locks',
          async forAll(services) {
            const locks = await allPages<Lock>(cursor =>
              operations.ask(listLocks, { limit: PAGE, cursor }),
            );
            const locked = services.map(
              ({ ref }) =>
                [
                  ref,
                  locks.filter(lock => covers(lock, { service: ref })),
                ] as const,
            );
            return new Map(locked.filter(([, own]) => own.length > 0));
          },
          onChange: changed =>
            void events.subscribe({
              id: 'locks-facts',
              topics: [CHANGES_TOPIC],
              async onEvent({ eventPayload }) {
                const { plugin } = eventPayload as { plugin: string };
                if (plugin === listLocks.plugin) changed();
              },
            }),
          sortBy: locks => locks.length,
          filters: {
            locked(locks, environment) {
              // Between two looks at the locks, the time of some may be up.
              const now = new Date().toISOString();
              return locks.some(
                lock => covers(lock, { environment }) && holds(lock, now),
              );
            },
          },
        });
      },
    });
  },
});
