import type { Entity } from '@backstage/catalog-model';

/** Clusters in two regions, and what another tool calls two of the places. */
export const fleet = {
  environments: [
    { name: 'staging', title: 'Staging' },
    {
      name: 'production',
      title: 'Production',
      annotations: { 'datadoghq.com/env': 'prod' },
    },
  ],
  regions: [
    {
      name: 'eu-central-1',
      title: 'Frankfurt',
      annotations: { 'datadoghq.com/datacenter': 'fra 1' },
    },
    { name: 'us-east-1', title: 'Virginia' },
  ],
  clusters: [
    ['staging-eu', 'staging', 'eu-central-1'],
    ['production-eu', 'production', 'eu-central-1'],
    ['production-eu-2', 'production', 'eu-central-1'],
    ['production-us', 'production', 'us-east-1'],
  ].map(([name, environment, region]) => ({
    name,
    environment,
    region,
    url: `https://${name}.example.com`,
  })),
};

/** A service of the catalog, live in both environments unless its annotations say otherwise. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
  rest: Partial<Entity['metadata']> = {},
): Entity {
  const owner = 'group:default/money';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'sphera.io/environments': 'production,staging',
        ...annotations,
      },
      ...rest,
    },
    spec: { type: 'microservice', owner, lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      { type: 'partOf', targetRef: 'system:default/checkout' },
    ],
  };
}
