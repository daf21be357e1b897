/** Environments and regions of a test, as `sphera.fleet` has them. */
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
  clusters: [],
};

/** The AWS account of each environment. */
export const ACCOUNTS: Record<string, string> = {
  staging: '111111111111',
  production: '222222222222',
};

const REGIONS = FLEET.regions.map(({ name }) => name);

/** Below `sphera.secrets`; without `endpoint` nothing can be reached. */
export const secretsSettings = (endpoint?: string) => ({
  places: Object.entries(ACCOUNTS).map(([environment, account]) => ({
    environment,
    account,
    regions: REGIONS,
    endpoint,
  })),
  standard: { kmsKey: 'alias/kestrel-{environment}' },
  fingerprintKeys: [{ id: '2026', secret: 'of-a-test-'.repeat(4) }],
});
