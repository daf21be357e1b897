import type { Container, PodTemplate } from '../objects';
import type { Workload } from '../settled/settledWorkload';
import type { DemoCluster } from './clusters';
import { differences } from './differences';
import { services, type DemoService } from './services';

const DAY = 86_400_000;
/** The registry of the demo company. */
export const REGISTRY = 'registry.kestrel-parcels.example';

/** What runs in a cluster of the demo company. */
export function workloadsOf(cluster: DemoCluster, now: number): Workload[] {
  return servicesIn(cluster).map(service => workloadOf(service, cluster, now));
}

/** The services that run in a cluster, as they are there: drift and trouble included. */
export function servicesIn(
  cluster: DemoCluster,
): Array<DemoService & { isStuck?: boolean }> {
  return services
    .filter(
      ({ environments }) =>
        !environments || environments.includes(cluster.environment),
    )
    .map(service => asItIsIn(cluster, service));
}

function asItIsIn(
  cluster: DemoCluster,
  everywhere: DemoService,
): DemoService & { isStuck?: boolean } {
  const isStaging = cluster.environment === 'staging';
  const usual = isStaging ? smaller(everywhere) : everywhere;
  return differences
    .filter(
      ({ service: name, where }) =>
        name === usual.name &&
        [cluster.name, cluster.environment].includes(where),
    )
    .reduce(
      (changed, { change }) => ({ ...changed, ...change(changed) }),
      usual,
    );
}

/** When a cluster got a version that the first one got so many days ago, in milliseconds. */
export function rolledOutAt(
  cluster: DemoCluster,
  daysAgo: number,
  now: number,
): number {
  return now - Math.round((daysAgo - lead(cluster, daysAgo)) * DAY);
}

function workloadOf(
  service: DemoService & { isStuck?: boolean },
  cluster: DemoCluster,
  now: number,
): Workload {
  const { name, team, replicas, autoscaler, budget, strategy } = service;
  const { labels, annotations } = gitOpsOf(service, cluster);
  return {
    namespace: team,
    name,
    labels: { ...labelsOf(service), ...labels },
    annotations,
    replicas,
    ...(strategy && { strategy: { type: strategy } }),
    revisions: service.versions.map(([version, daysAgo]) => ({
      at: rolledOutAt(cluster, daysAgo, now),
      template: templateOf(service, version),
    })),
    isStuck: service.isStuck,
    ...(autoscaler && {
      autoscaler: {
        minReplicas: autoscaler.least,
        maxReplicas: autoscaler.most,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: {
                type: 'Utilization',
                averageUtilization: autoscaler.cpuPercent,
              },
            },
          },
        ],
      },
    }),
    budget,
  };
}

function smaller(service: DemoService): DemoService {
  const { replicas, autoscaler } = service;
  return {
    ...service,
    replicas: Math.ceil(replicas / 2),
    ...(autoscaler && {
      autoscaler: {
        ...autoscaler,
        least: Math.min(2, autoscaler.least),
        most: Math.ceil(autoscaler.most / 2),
      },
    }),
  };
}

/** In days: the clusters got each version one after the other. */
function lead({ order }: DemoCluster, daysAgo: number): number {
  return daysAgo > 1 ? order * 0.03 : 0;
}

function labelsOf({ name, system }: DemoService): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': system,
    'backstage.io/kubernetes-id': name,
  };
}

function gitOpsOf(
  { name, team, gitOps }: DemoService,
  cluster: DemoCluster,
): { labels?: Record<string, string>; annotations?: Record<string, string> } {
  if (gitOps === 'argocd') {
    const application = `${name}-${cluster.name}`;
    return {
      labels: { 'argocd.argoproj.io/instance': application },
      annotations: {
        'argocd.argoproj.io/tracking-id': `${application}:apps/Deployment:${team}/${name}`,
      },
    };
  }
  return gitOps === 'flux'
    ? {
        labels: {
          'kustomize.toolkit.fluxcd.io/name': name,
          'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
        },
      }
    : {};
}

function templateOf(service: DemoService, version: string): PodTemplate {
  const { name, requests, limits, variables = {}, sidecar } = service;
  const resources = {
    requests: { ...requests },
    limits: limits as Record<string, string>,
  };
  const main: Container = {
    name,
    image: `${REGISTRY}/${name}:${version}`,
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    env: [
      { name: 'PORT', value: '8080' },
      { name: 'LOG_LEVEL', value: 'info' },
      ...Object.entries(variables).map(([key, value]) => ({
        name: key,
        value,
      })),
      {
        name: 'DATABASE_PASSWORD',
        valueFrom: { secretKeyRef: { name, key: 'database-password' } },
      },
      {
        name: 'REGION',
        valueFrom: { configMapKeyRef: { name: 'cluster', key: 'region' } },
      },
    ],
    resources,
    readinessProbe: probe('/readyz'),
    livenessProbe: probe('/livez'),
  };
  return {
    metadata: {
      labels: { ...labelsOf(service), 'app.kubernetes.io/version': version },
    },
    spec: {
      serviceAccountName: name,
      containers: sidecar ? [main, sidecarOf(sidecar)] : [main],
    },
  };
}

function sidecarOf(image: string): Container {
  return {
    name: image.split(':')[0],
    image: `${REGISTRY}/${image}`,
    resources: {
      requests: { cpu: '50m', memory: '64Mi' },
      limits: { memory: '128Mi' },
    },
  };
}

function probe(path: string) {
  return { httpGet: { path, port: 8080 }, periodSeconds: 10 };
}
