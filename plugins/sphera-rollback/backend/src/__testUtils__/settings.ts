/** The clusters of a test. */
export const CLUSTERS = [
  { name: 'staging-eu', environment: 'staging', region: 'eu-central-1' },
  { name: 'production-eu', environment: 'production', region: 'eu-central-1' },
  { name: 'production-us', environment: 'production', region: 'us-east-1' },
];

/** Tokens of the portal in the world of a test; none of them may ever be read anywhere. */
export const TOKENS = {
  clusters: 'portal-in-clusters-of-a-test-Xw4kPz8v',
  git: 'portal-on-git-of-a-test-Qm7tRb2n',
  slack: 'xoxb-of-a-test-Lp9sVd4c',
  argoCd: 'portal-on-argocd-of-a-test-Hn5wYk3j',
};

/** Where the world of a test is. */
export interface Addresses {
  /** All of it is on one port. */
  url: string;
  cloneFolder: string;
}

const rollbackSettings = (url: string) => ({
  repositories: ['deployments', 'billing-deployments'].map(name => ({
    name,
    url: `${url}/kestrel-parcels/${name}.git`,
  })),
  layouts: [
    {
      service: 'payments',
      repository: 'billing-deployments',
      kind: 'application',
      file: 'applications/{environment}/{region}/payments.yaml',
    },
    {
      service: 'tracker',
      environment: 'production',
      repository: 'deployments',
      kind: 'kustomize',
      file: 'tracking/{service}/overlays/{environment}/kustomization.yaml',
    },
    {
      service: 'dispatch',
      environment: 'production',
      repository: 'deployments',
      kind: 'manifest',
      file: 'delivery/{service}/{environment}/{cluster}.yaml',
    },
    {
      service: 'quotes',
      repository: 'deployments',
      kind: 'helm',
      file: 'booking/{service}/{environment}/{region}/values.yaml',
      path: 'image.tag',
    },
    {
      service: 'fares',
      repository: 'deployments',
      kind: 'manifest',
      file: 'services/{service}/{environment}/{region}.yaml',
      image: 'registry.example/{service}',
    },
  ],
  // The shortest that there is, so that a test soon sees what it has pushed.
  fetchEvery: 'PT1S',
  identity: { name: 'sphera', email: 'sphera@kestrel-parcels.example' },
  slack: {
    token: TOKENS.slack,
    apiUrl: `${url}/slack/api/`,
    channel: 'incidents',
  },
  argoCd: [{ url: `${url}/argocd`, token: TOKENS.argoCd }],
  registries: [{ host: 'registry.example', url }],
});

/** The whole configuration of a portal in front of a world. Another process makes the same of the same addresses. */
export function portalConfig(
  { url, cloneFolder }: Addresses,
  /** Below `sphera.rollback`, in place of what is here. */
  overrides: object = {},
): object {
  const { host } = new URL(url);
  return {
    app: { baseUrl: 'https://portal.example' },
    integrations: {
      github: [{ host, apiBaseUrl: `${url}/api/v3`, token: TOKENS.git }],
    },
    sphera: {
      fleet: {
        environments: [
          { name: 'staging', title: 'Staging' },
          { name: 'production', title: 'Production' },
        ],
        regions: [
          { name: 'eu-central-1', title: 'Frankfurt' },
          { name: 'us-east-1', title: 'Virginia' },
        ],
        clusters: CLUSTERS.map(cluster => ({
          ...cluster,
          url: `${url}/clusters/${cluster.name}`,
          access: { type: 'token', token: TOKENS.clusters },
        })),
      },
      rollback: { ...rollbackSettings(url), cloneFolder, ...overrides },
    },
  };
}
