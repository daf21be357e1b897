import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  listLifecycles,
  type StageFacts,
} from '@sphera/plugin-lifecycle-common';
import {
  atMostEvery,
  CHANGES_TOPIC,
  operationsServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';
import { readStages } from './hub/readStages';

// Facts come in all the time; the hub need not follow each.
const LOOK_AGAIN_MS = 2_000;

/** Shows in the hub which stage each service is in. */
export const stageFactsModule = createBackendModule({
  pluginId: 'sphera-services',
  moduleId: 'stage-facts',
  register(env) {
    env.registerInit({
      deps: {
        events: eventsServiceRef,
        hub: serviceFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ events, hub, operations }) {
        hub.addFacts<StageFacts>({
          id: 'stage',
          forAll: () => readStages(operations),
          onChange(changed) {
            const tell = atMostEvery(LOOK_AGAIN_MS, changed, systemClock);
            void events.subscribe({
              id: 'stage-facts',
              topics: [CHANGES_TOPIC],
              async onEvent({ eventPayload }) {
                const { plugin } = eventPayload as { plugin: string };
                if (plugin === listLifecycles.plugin) tell();
              },
            });
          },
          sortBy: ({ index }) => index,
          choiceOf: ({ stage, title, index }) => ({
            value: stage,
            title,
            place: index,
          }),
        });
      },
    });
  },
});
