import type {
  ClusterView,
  Drift,
  ServiceDeployments,
} from '@sphera/plugin-kubernetes-common';

/** One deployment in a row of the matrix. */
export type RowDeployment = ServiceDeployments['deployments'][number];

/** The clusters of the fleet in tests, as `sphera.fleet` names them. */
export const fleetConfig = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu', title: 'Frankfurt' },
    { name: 'us', title: 'Virginia' },
  ],
  clusters: [
    { name: 'staging-eu', environment: 'staging', region: 'eu' },
    { name: 'production-eu', environment: 'production', region: 'eu' },
    { name: 'production-us', environment: 'production', region: 'us' },
  ],
};

/** All clusters, each of them seen. */
export function liveClusters(): ClusterView[] {
  return fleetConfig.clusters.map(({ name, environment, region }) => ({
    cluster: name,
    environment,
    region,
    state: 'live',
    observedAt: new Date().toISOString(),
    deployments: 1,
  }));
}

/** A healthy deployment with three pods. */
export function deployment(
  cluster: string,
  fields: Partial<RowDeployment> = {},
): RowDeployment {
  return {
    cluster,
    namespace: 'booking',
    name: 'quotes',
    observedAt: new Date().toISOString(),
    stale: false,
    version: '4.12.1',
    replicas: { desired: 3, ready: 3, updated: 3, available: 3 },
    rollout: { state: 'done' },
    health: 'healthy',
    ...fields,
  };
}

/** A service that runs in every cluster. */
export function serviceRow(
  name: string,
  fields: Partial<ServiceDeployments> = {},
): ServiceDeployments {
  return {
    service: `component:default/${name}`,
    title: name.charAt(0).toLocaleUpperCase('en') + name.slice(1),
    owners: ['group:default/booking'],
    deployments: fleetConfig.clusters.map(cluster => deployment(cluster.name)),
    drift: [],
    ...fields,
  };
}

/** Two clusters of production that run different versions. */
export function versionDrift(fields: Partial<Drift> = {}): Drift {
  return {
    service: 'component:default/quotes',
    environment: 'production',
    namespace: 'booking',
    name: 'quotes',
    kind: 'version',
    sentence:
      'Production runs two versions: 4.12.1 in production-eu, 4.11.0 in production-us.',
    clusters: [
      { cluster: 'production-eu', value: '4.12.1' },
      { cluster: 'production-us', value: '4.11.0' },
    ],
    observedAt: new Date().toISOString(),
    ...fields,
  };
}
