import { applyWorkload, type StandInCluster } from '@sphera/dev-fleet';

const DAY = 86_400_000;

/** The namespace that workloads of tests are in. */
export const NAMESPACE = 'selling';

const RUNNING: Array<{
  name: string;
  /** Whether an Argo CD application brings it. */
  isByArgoCd?: boolean;
  environments: string[];
  versions: string[];
}> = [
  {
    name: 'quotes',
    environments: ['staging', 'production'],
    versions: ['4.11.7', '4.12.1'],
  },
  {
    name: 'tracker',
    environments: ['production'],
    versions: ['11.4.0', '11.5.2'],
  },
  {
    name: 'dispatch',
    environments: ['production'],
    versions: ['6.2.0', '6.3.0'],
  },
  {
    name: 'payments',
    isByArgoCd: true,
    environments: ['production'],
    versions: ['2.29.0', '2.30.4'],
  },
];

/** What Git says, running and settled. */
export function runInClusters(cluster: StandInCluster): void {
  for (const { name, environments, versions, isByArgoCd } of RUNNING) {
    if (environments.some(one => cluster.name.startsWith(one))) {
      const instance = `${name}-${cluster.name}`;
      run(cluster, name, versions, {
        ...(isByArgoCd && { 'argocd.argoproj.io/instance': instance }),
      });
    }
  }
}

/** Runs a version of a service in a cluster, settled; `versions` are its revisions, the oldest first, a day apart. */
export function run(
  cluster: StandInCluster,
  name: string,
  versions: string[],
  more: Record<string, string> = {},
): void {
  const labels = {
    ...more,
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
              resources: { requests: { cpu: '250m', memory: '256Mi' } },
            },
          ],
        },
      },
    })),
  });
}
