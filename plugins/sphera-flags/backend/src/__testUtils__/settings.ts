/** The fleet of a test: one cluster before, three that serve. */
export const FLEET = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu-central-1', title: 'Frankfurt' },
    { name: 'us-east-1', title: 'Virginia' },
    { name: 'ap-southeast-2', title: 'Sydney' },
  ],
  clusters: [
    { name: 'staging-eu', environment: 'staging', region: 'eu-central-1' },
    {
      name: 'production-eu',
      environment: 'production',
      region: 'eu-central-1',
    },
    { name: 'production-us', environment: 'production', region: 'us-east-1' },
    {
      name: 'production-ap',
      environment: 'production',
      region: 'ap-southeast-2',
    },
  ].map(cluster => ({ ...cluster, remote: true })),
};

/** The names of its clusters. */
export const CLUSTERS = FLEET.clusters.map(({ name }) => name);
