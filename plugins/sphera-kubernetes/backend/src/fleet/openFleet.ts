import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  Clock,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import { openAccess } from '../access/ClusterAccess';
import type { ClusterClient, ClusterClients } from '../adapters/ClusterClient';
import { ClusterUnavailableError } from '../adapters/ClusterUnavailableError';
import { ApiServer } from '../adapters/kubernetes/ApiServer';
import { ClusterWatch } from '../adapters/kubernetes/ClusterWatch';
import { KubernetesClient } from '../adapters/kubernetes/KubernetesClient';
import { Fingerprints } from './Fingerprints';
import type { FleetMemory } from './FleetMemory';
import { followServices } from './followServices';
import { Pool } from './Pool';
import { WatchedFleet } from './WatchedFleet';

const TIDY_MS = 60_000;

/** The fleet, watched. */
export interface OpenFleet {
  memory: FleetMemory;
  clients: ClusterClients;
  /** Ends all watches. */
  stop(): void;
}

/**
 * Begins to watch every cluster of the fleet that the portal has access to; returns at
 * once, before anything was seen.
 * @throws InputError where the access in the configuration is wrong.
 */
export function openFleet(deps: {
  config: Config;
  fleet: Pick<Fleet, 'clusters'>;
  directory: Pick<ServiceDirectory, 'list'>;
  logger: LoggerService;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  clock?: Clock;
}): OpenFleet {
  const { config, fleet, directory, logger, clock = systemClock } = deps;
  const access = openAccess(config, clock.now);
  const memory = new WatchedFleet(fleet.clusters, {
    clock,
    failed: error =>
      logger.error('A change of the fleet was not told', error as Error),
  });
  const tools = { pool: new Pool(), fingerprints: new Fingerprints() };
  const clients = new Map<string, ClusterClient>();

  const watches = fleet.clusters.flatMap(({ name }) => {
    const own = access.get(name);
    if (!own) {
      memory.feed(name).seen({ state: 'connecting', problem: noAccess(name) });
      return [];
    }
    // Connections of their own: a restart does not wait behind a list.
    const forActions = new ApiServer(own, clock);
    clients.set(name, new KubernetesClient(name, forActions));
    const server = new ApiServer(own, clock);
    const feed = memory.feed(name);
    return [new ClusterWatch({ server, feed, tools, clock })];
  });
  for (const watch of watches) watch.start();

  const stops = [
    followServices({ directory, fleet: memory, clock, logger }),
    repeatedly(clock, TIDY_MS, () => memory.tidy()),
    ...watches.map(watch => () => watch.stop()),
  ];
  const stop = () => stops.forEach(one => one());
  deps.lifecycle.addShutdownHook(stop);
  return { memory, clients: clientOf(clients), stop };
}

function noAccess(cluster: string): string {
  return `The portal has no access to it: sphera.fleet.clusters has no "access" for ${cluster}`;
}

function clientOf(clients: Map<string, ClusterClient>): ClusterClients {
  return cluster => {
    const client = clients.get(cluster);
    if (!client) throw new ClusterUnavailableError(noAccess(cluster));
    return client;
  };
}

function repeatedly(clock: Clock, every: number, act: () => void): () => void {
  let cancel = () => {};
  const again = () => {
    act();
    cancel = clock.after(every, again);
  };
  cancel = clock.after(every, again);
  return () => cancel();
}
