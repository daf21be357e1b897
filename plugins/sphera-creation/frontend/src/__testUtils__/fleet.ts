/** The fleet in tests, as `sphera.fleet` names it: three regions, the last one without staging. */
export const fleetConfig = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu', title: 'Frankfurt' },
    { name: 'us', title: 'Virginia' },
    { name: 'ap', title: 'Sydney' },
    { name: 'moon', title: 'Moon' },
  ],
  clusters: [
    cluster('staging', 'eu'),
    cluster('staging', 'us'),
    cluster('production', 'eu'),
    cluster('production', 'us'),
    cluster('production', 'ap'),
  ],
};

function cluster(environment: string, region: string) {
  return { name: `${environment}-${region}`, environment, region };
}
