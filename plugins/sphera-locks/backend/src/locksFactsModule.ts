import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { listLocks, Lock } from '@sphera/plugin-locks-common';
import {
  CHANGES_TOPIC,
  operationsServiceRef,
  OperationsService,
} from '@sphera/plugin-operations-node';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';
import { covers, holds } from './lockRules';

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
            const locks = await allLocks(operations);
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

async function allLocks(operations: OperationsService): Promise<Lock[]> {
  const locks: Lock[] = [];
  let cursor: string | undefined;
  do {
    const page = await operations.ask(listLocks, { limit: 200, cursor });
    locks.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return locks;
}
