import type { FlagsPage } from '@sphera/plugin-flags-common';

const regions = [
  { name: 'eu', title: 'Frankfurt' },
  { name: 'us', title: 'Virginia' },
  { name: 'ap', title: 'Sydney' },
];

const cluster = (environment: string, region: string) => ({
  name: `${environment}-${region}`,
  environment,
  region,
});

/** The fleet in tests, as `sphera.fleet` names it. */
export const fleetConfig = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions,
  clusters: [
    cluster('staging', 'eu'),
    cluster('staging', 'us'),
    cluster('production', 'eu'),
    cluster('production', 'us'),
    cluster('production', 'ap'),
  ],
};

/** Columns of flags: the clusters of {@link fleetConfig}. */
export function fiveClusters(): FlagsPage['clusters'] {
  return fleetConfig.clusters.map(({ name, ...place }) => ({
    cluster: name,
    ...place,
    heardAt: new Date().toISOString(),
    isSilent: false,
  }));
}

/** So many clusters in production, evenly over the three regions. */
export function manyClusters(count: number): FlagsPage['clusters'] {
  return Array.from({ length: count }, (_, index) => {
    const region = regions[index % regions.length].name;
    return {
      cluster: `production-${region}-${Math.floor(index / regions.length) + 1}`,
      environment: 'production',
      region,
      heardAt: new Date().toISOString(),
      isSilent: false,
    };
  });
}
