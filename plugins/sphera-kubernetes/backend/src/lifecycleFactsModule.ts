import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { withoutRemote } from '@sphera/plugin-fleet-common';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { listServiceDeployments } from '@sphera/plugin-kubernetes-common';
import { lifecycleFactsExtensionPoint } from '@sphera/plugin-lifecycle-node';
import {
  hearChanges,
  operationsServiceRef,
  serviceDirectoryServiceRef,
  systemClock,
} from '@sphera/plugin-operations-node';
import { environmentSource } from './lifecycle/environmentSource';
import { nowhereSource } from './lifecycle/nowhereSource';
import { RunningServices } from './lifecycle/RunningServices';
import type { SourceParts } from './lifecycle/SourceParts';

// Clusters change all the time; a life cycle need not follow each step of a rollout.
const LOOK_AGAIN_MS = 2_000;

/** Tells life cycles where each service runs, how well, and with which safeguards. */
export const kubernetesLifecycleFactsModule = createBackendModule({
  pluginId: 'sphera-lifecycle',
  moduleId: 'kubernetes-facts',
  register(env) {
    env.registerInit({
      deps: {
        directory: serviceDirectoryServiceRef,
        events: eventsServiceRef,
        fleet: fleetServiceRef,
        lifecycle: lifecycleFactsExtensionPoint,
        operations: operationsServiceRef,
      },
      async init({ directory, events, lifecycle, operations, ...given }) {
        const clock = systemClock;
        const fleet = withoutRemote(given.fleet);
        const onChange: SourceParts['onChange'] =
          (id, environment) => changed =>
            hearChanges(changed, {
              id: `lifecycle-${id}`,
              plugin: listServiceDeployments.plugin,
              every: LOOK_AGAIN_MS,
              concerns: change =>
                environment === undefined ||
                change.environment === undefined ||
                change.environment === environment,
              events,
              clock,
            });
        const running = new RunningServices({ operations, directory, clock });
        const parts = { operations, running, clock, onChange, fleet };
        for (const environment of fleet.environments) {
          lifecycle.addSource(environmentSource(environment, parts));
        }
        lifecycle.addSource(nowhereSource(parts));
      },
    });
  },
});
