import type { FollowedFile } from '@sphera/dev-fleet';
import { NAMESPACE } from './runInClusters';
import { CLUSTERS } from './settings';

const PRODUCTION = CLUSTERS.filter(one => one.environment === 'production');

const deployment = (cluster: string, name: string) => ({
  cluster,
  namespace: NAMESPACE,
  name,
});

/** Which file says what is to run where; of `payments` Argo CD applies it. */
export const FOLLOWED: FollowedFile[] = [
  ...CLUSTERS.map(({ name, environment, region }) => ({
    repository: 'deployments',
    path: `booking/quotes/${environment}/${region}/values.yaml`,
    place: { kind: 'yaml' as const, path: ['image', 'tag'] },
    deployments: [deployment(name, 'quotes')],
  })),
  {
    repository: 'deployments',
    path: 'tracking/tracker/overlays/production/kustomization.yaml',
    place: { kind: 'kustomize', image: 'registry.example/tracker' },
    deployments: PRODUCTION.map(({ name }) => deployment(name, 'tracker')),
  },
  ...PRODUCTION.map(({ name }) => ({
    repository: 'deployments',
    path: `delivery/dispatch/production/${name}.yaml`,
    place: { kind: 'manifest' as const, image: 'registry.example/dispatch' },
    deployments: [deployment(name, 'dispatch')],
  })),
  ...PRODUCTION.map(({ name, region }) => ({
    repository: 'billing-deployments',
    path: `applications/production/${region}/payments.yaml`,
    place: { kind: 'application' as const, parameter: 'image.tag' },
    deployments: [deployment(name, 'payments')],
    application: `payments-${name}`,
  })),
];
