import type { Surroundings } from './controllers/autoscaling/autoscalers';
import { hashOf } from './random';
import { applyWorkload } from './settled/settledWorkload';
import type { StandInCluster } from './StandInCluster';

const DAY = 86_400_000;

/** How large a generated fleet is. */
export interface FleetSize {
  /** Deployments in each cluster, one a service: `service-0001`, … */
  services: number;
  podsPerDeployment: number;
  /** Revisions of each deployment; 2 if absent. */
  revisions?: number;
  /** Namespaces that they are spread over; 20 if absent. */
  namespaces?: number;
}

/** The name of a service of a generated fleet, by its number from 0. */
export function fleetServiceName(number: number): string {
  return `service-${String(number + 1).padStart(4, '0')}`;
}

/** Fills a cluster with many services, each with autoscaler and disruption budget, all of them settled. */
export function fillFleet({
  services,
  podsPerDeployment,
  revisions = 2,
  namespaces = 20,
}: FleetSize): (cluster: StandInCluster) => void {
  return cluster => {
    const now = cluster.clock.now();
    for (let number = 0; number < services; number++) {
      const name = fleetServiceName(number);
      const labels = {
        'app.kubernetes.io/name': name,
        'backstage.io/kubernetes-id': name,
      };
      applyWorkload(cluster, {
        namespace: `team-${number % namespaces}`,
        name,
        labels,
        replicas: podsPerDeployment,
        revisions: Array.from({ length: revisions }, (_, index) => ({
          at: now - (revisions - index) * 3 * DAY,
          template: templateOf(name, labels, `1.${number % 30}.${index}`),
        })),
        autoscaler: {
          minReplicas: Math.min(2, podsPerDeployment),
          maxReplicas: podsPerDeployment * 3,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: { type: 'Utilization', averageUtilization: 70 },
              },
            },
          ],
        },
        budget: { maxUnavailable: 1 },
      });
    }
  };
}

/** A load that never calls for another number of pods, so that a generated fleet stays as it is. */
export const steadySurroundings: Surroundings = {
  loadOf: ({ metadata, spec }) => ({
    cpuCores:
      spec.replicas * 0.25 * (0.65 + (hashOf(metadata.name) % 10) / 100),
    memoryBytes: spec.replicas * 2 ** 27,
  }),
};

function templateOf(
  name: string,
  labels: Record<string, string>,
  version: string,
) {
  return {
    metadata: { labels: { ...labels, 'app.kubernetes.io/version': version } },
    spec: {
      containers: [
        {
          name,
          image: `registry.kestrel-parcels.example/${name}:${version}`,
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          env: [
            { name: 'PORT', value: '8080' },
            { name: 'LOG_LEVEL', value: 'info' },
            {
              name: 'DATABASE_PASSWORD',
              valueFrom: { secretKeyRef: { name, key: 'password' } },
            },
          ],
          resources: {
            requests: { cpu: '250m', memory: '256Mi' },
            limits: { memory: '512Mi' },
          },
        },
      ],
    },
  };
}
