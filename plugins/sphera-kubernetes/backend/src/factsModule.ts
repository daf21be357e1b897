import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  DriftFacts,
  listServiceDeployments,
  VersionsFacts,
} from '@sphera/plugin-kubernetes-common';
import { withoutRemote } from '@sphera/plugin-fleet-common';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  atMostEvery,
  CHANGES_TOPIC,
  operationsServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';
import { driftFacts } from './facts/driftFacts';
import { FleetRows } from './facts/FleetRows';
import { versionsFacts } from './facts/versionsFacts';

// Clusters change all the time; the hub need not show each step of a rollout.
const LOOK_AGAIN_MS = 2_000;

/** Shows in the hub which versions of each service run, and what of it drifts. */
export const kubernetesFactsModule = createBackendModule({
  pluginId: 'sphera-services',
  moduleId: 'kubernetes-facts',
  register(env) {
    env.registerInit({
      deps: {
        events: eventsServiceRef,
        fleet: fleetServiceRef,
        hub: serviceFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ events, fleet, hub, operations }) {
        const rows = new FleetRows(operations);
        const onChange = (id: string) => (changed: () => void) => {
          const tell = atMostEvery(LOOK_AGAIN_MS, changed, systemClock);
          void events.subscribe({
            id,
            topics: [CHANGES_TOPIC],
            async onEvent({ eventPayload }) {
              const { plugin } = eventPayload as { plugin: string };
              if (plugin === listServiceDeployments.plugin) tell();
            },
          });
        };
        hub.addFacts<VersionsFacts>({
          id: 'versions',
          forAll: async () =>
            new Map(
              (await rows.read()).map(row => [
                row.service,
                versionsFacts(row, withoutRemote(fleet)),
              ]),
            ),
          onChange: onChange('versions-facts'),
        });
        hub.addFacts<DriftFacts>({
          id: 'drift',
          forAll: async () =>
            new Map(
              (await rows.read())
                .filter(({ drift }) => drift.length > 0)
                .map(row => [row.service, driftFacts(row)]),
            ),
          onChange: onChange('drift-facts'),
          sortBy: ({ count }) => count,
        });
      },
    });
  },
});
