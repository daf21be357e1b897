import { applyWorkload, startKubernetesStandIn } from '@sphera/dev-fleet';
import { listPods } from '@sphera/plugin-kubernetes-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import type { Portal } from './startPortal';

const CLUSTER = 'production-eu';
const NAMESPACE = 'shop';
const TOKEN = 'portal-account-of-a-test-Xw4kPz8v';
const MANY = 24;
const DAY = 86_400_000;
const metrics = [
  {
    type: 'Resource' as const,
    resource: {
      name: 'cpu',
      target: { type: 'Utilization' as const, averageUtilization: 70 },
    },
  },
];

/** Names one deployment, and its autoscaler. */
interface Named {
  cluster: string;
  namespace: string;
  name: string;
}

/** A cluster for tests of the portal, with many deployments of one service. */
export interface ClusterOfTest {
  /** Its entry in `sphera.fleet.clusters`. */
  settings: object;
  /** A deployment that nobody was given before. */
  deployment(): Named;
  /** A pod. */
  pod(): { cluster: string; namespace: string; pod: string };
  /** Waits until the portal knows what runs in it. */
  seenBy(portal: Portal, token: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a cluster in production that runs a service. */
export async function startCluster(service: string): Promise<ClusterOfTest> {
  const labels = {
    'backstage.io/kubernetes-id': service,
    'app.kubernetes.io/name': service,
  };
  const names = Array.from({ length: MANY }, (_, n) => `${service}-${n + 1}`);
  const standIn = await startKubernetesStandIn({
    clusters: [CLUSTER],
    accounts: [{ token: TOKEN, user: 'portal' }],
    fill(cluster) {
      const at = cluster.clock.now() - DAY;
      for (const name of names) {
        const own = { ...labels, 'app.kubernetes.io/name': name };
        const image = `registry.example/${service}:1.0.0`;
        const template = {
          metadata: { labels: own },
          spec: { containers: [{ name: service, image }] },
        };
        applyWorkload(cluster, {
          namespace: NAMESPACE,
          name,
          labels: own,
          replicas: 2,
          revisions: [{ template, at }],
          autoscaler: { minReplicas: 1, maxReplicas: 4, metrics },
        });
      }
    },
  });
  const left = [...names];
  let pod = '';
  return {
    settings: {
      name: CLUSTER,
      environment: 'production',
      region: 'eu',
      url: standIn.urlOf(CLUSTER),
      access: { type: 'token', token: TOKEN },
    },
    deployment: () => ({
      cluster: CLUSTER,
      namespace: NAMESPACE,
      name: left.shift()!,
    }),
    pod: () => ({ cluster: CLUSTER, namespace: NAMESPACE, pod }),
    async seenBy(portal, token) {
      for (;;) {
        const response = await portal.ask(listPods, { service }, token);
        const { items } = (await response.json()) as OutputOf<typeof listPods>;
        if (items.length === 2 * MANY) {
          pod = items[0].name;
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    stop: () => standIn.stop(),
  };
}
