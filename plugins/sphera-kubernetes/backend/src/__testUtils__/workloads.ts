import type { StandInCluster, Workload } from '@sphera/dev-fleet';
import { applyWorkload } from '@sphera/dev-fleet';

const DAY = 86_400_000;

/** The namespace that workloads of tests are in. */
export const NAMESPACE = 'selling';

/** Runs a version of a service in a cluster, settled; `versions` are its revisions, the oldest first, a day apart. */
export function run(
  cluster: StandInCluster,
  name: string,
  versions: string[],
  more: Partial<Workload> & { env?: Record<string, string> } = {},
): void {
  const { env = {}, ...own } = more;
  const labels = {
    'backstage.io/kubernetes-id': name,
    'app.kubernetes.io/name': name,
  };
  const now = cluster.clock.now();
  applyWorkload(cluster, {
    namespace: NAMESPACE,
    name,
    labels,
    replicas: 3,
    revisions: versions.map((version, index) => ({
      at: now - (versions.length - index) * DAY,
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name,
              image: `registry.example/${name}:${version}`,
              env: Object.entries(env).map(([key, value]) => ({
                name: key,
                value,
              })),
              resources: {
                requests: { cpu: '250m', memory: '256Mi' },
                limits: { memory: '512Mi' },
              },
            },
          ],
        },
      },
    })),
    ...own,
  });
}
