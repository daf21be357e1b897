import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Lock } from '@sphera/plugin-locks-common';
import type { ClusterClient } from '../../adapters/ClusterClient';
import { systemClock } from '@sphera/plugin-operations-node';
import type { DeploymentRecord } from '../../fleet/records';
import { WatchedFleet } from '../../fleet/WatchedFleet';
import { ClusterLocksKeeper } from '../ClusterLocksKeeper';
import { labelKeys } from '../labelKeys';
import { ConfigMapInMemory } from './ConfigMapInMemory';

const CLUSTERS = [
  { name: 'staging-eu', environment: 'staging', region: 'eu' },
  { name: 'production-eu', environment: 'production', region: 'eu' },
  { name: 'production-us', environment: 'production', region: 'us' },
];
const SERVICE = {
  ref: 'component:default/quotes',
  name: 'quotes',
  annotations: { 'backstage.io/kubernetes-label-selector': 'team=quotes' },
};

/** Three clusters in two environments, a service, and keepers: as many as there are replicas. */
export function keptFleet() {
  const said: string[] = [];
  const log = (message: string) => void said.push(message);
  const locks: Lock[] = [];
  const configMaps = new Map(
    CLUSTERS.map(({ name }) => [name, new ConfigMapInMemory()]),
  );
  const fleet = new WatchedFleet(CLUSTERS, {
    clock: systemClock,
    failed: error => log(String(error)),
  });
  fleet.setServices([SERVICE]);
  let readings = 0;
  const keepers: ClusterLocksKeeper[] = [];

  return {
    service: SERVICE.ref,
    fleet,
    /** Those that hold, for the next reading. */
    locks,
    /** What the log has. */
    said,
    /** How often sphera-locks was asked. */
    readings: () => readings,
    configMap: (cluster: string) => configMaps.get(cluster)!,
    /** The cluster is seen, with these deployments of the service. */
    see(cluster: string, ...names: string[]) {
      const feed = fleet.feed(cluster);
      feed.replace('deployments', names.map(deployment));
      feed.seen({ state: 'live', observedAt: Date.now() });
    },
    /** Starts a replica; `read` may be slow. */
    replica(read = async () => [...locks]) {
      const keeper = new ClusterLocksKeeper({
        memory: fleet,
        clients: cluster => configMaps.get(cluster) as unknown as ClusterClient,
        configMap: { namespace: 'sphera-system', name: 'sphera-locks' },
        read: async () => {
          readings++;
          return { locks: await read(), labelKeys: labelKeys([SERVICE]) };
        },
        clock: systemClock,
        logger: { info: log, warn: log } as unknown as LoggerService,
      });
      keepers.push(keeper);
      return keeper;
    },
    stop: () => keepers.forEach(keeper => keeper.stop()),
  };
}

function deployment(name: string): DeploymentRecord {
  return {
    uid: name,
    namespace: 'shop',
    name,
    labels: { team: 'quotes' },
    podLabels: {},
  } as Partial<DeploymentRecord> as DeploymentRecord;
}
