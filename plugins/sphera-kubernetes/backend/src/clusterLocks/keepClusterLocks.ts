import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { listLocks } from '@sphera/plugin-locks-common';
import {
  CHANGES_TOPIC,
  OperationsService,
  ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import type { ClusterClients } from '../adapters/ClusterClient';
import type { FleetMemory } from '../fleet/FleetMemory';
import type { KubernetesSettings } from '../settings/KubernetesSettings';
import { ClusterLocksKeeper } from './ClusterLocksKeeper';
import { readStanding } from './readStanding';

/**
 * Keeps the locks in the clusters current from now on: at each change of locks,
 * when a lock ends, when a cluster comes back, and each 15 seconds for what was missed.
 */
export async function keepClusterLocks(deps: {
  memory: FleetMemory;
  clients: ClusterClients;
  operations: OperationsService;
  directory: ServiceDirectory;
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  settings: Pick<KubernetesSettings, 'clusterLocks'>;
}): Promise<void> {
  const { operations, directory, events, lifecycle, settings } = deps;
  if (!settings.clusterLocks.enabled) return;
  const keeper = new ClusterLocksKeeper({
    ...deps,
    configMap: settings.clusterLocks,
    read: () => readStanding(operations, directory),
    clock: systemClock,
  });
  lifecycle.addShutdownHook(() => keeper.stop());
  await events.subscribe({
    id: 'cluster-locks',
    topics: [CHANGES_TOPIC],
    async onEvent({ eventPayload }) {
      const { plugin } = eventPayload as { plugin: string };
      if (plugin === listLocks.plugin) keeper.onLocksChange();
    },
  });
}
