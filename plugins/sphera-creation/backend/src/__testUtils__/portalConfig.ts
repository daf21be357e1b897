import { ACCOUNT, ORGANIZATION, REGION, TOKENS } from './startOutside';

/** The whole configuration of a portal in front of a world. @param creation - in place of parts of what is here */
export function portalConfig(
  { url, aws }: { url: string; aws: { endpoint: string; ecrEndpoint: string } },
  baseUrl: string,
  creation: object = {},
): object {
  const { host } = new URL(url);
  return {
    // Its clones are its own.
    backend: { baseUrl },
    integrations: {
      github: [{ host, apiBaseUrl: `${url}/api/v3`, token: TOKENS.git }],
    },
    aws: {
      accounts: [
        {
          accountId: ACCOUNT,
          accessKeyId: 'KEYOFATEST',
          secretAccessKey: TOKENS.aws,
        },
      ],
    },
    sphera: {
      fleet: {
        environments: [{ name: 'staging' }, { name: 'production' }],
        regions: [{ name: REGION }, { name: 'us-east-1' }, { name: 'nowhere' }],
        clusters: [
          { name: 'staging-eu', environment: 'staging', region: REGION },
          { name: 'production-eu', environment: 'production', region: REGION },
          {
            name: 'production-us',
            environment: 'production',
            region: 'us-east-1',
          },
        ].map(cluster => ({ ...cluster, remote: true })),
      },
      secrets: {
        places: ['staging', 'production'].map(environment => ({
          environment,
          account: ACCOUNT,
          regions: [REGION, 'us-east-1'],
          endpoint: aws.endpoint,
        })),
        fingerprintKeys: [
          { id: 'test', secret: 'fingerprints-of-a-test-Jw3nVx9pQk5sLd7r' },
        ],
      },
      // Its statuses hold merges back: not started here.
      merges: { host },
      creation: {
        github: {
          host,
          organization: ORGANIZATION,
          requiredChecks: ['build'],
          teams: [{ slug: 'platform', permission: 'admin' }],
          labels: [{ name: 'urgent', color: 'ff0000' }],
          topics: ['kestrel'],
        },
        images: {
          account: ACCOUNT,
          region: REGION,
          endpoint: aws.ecrEndpoint,
        },
        codefresh: {
          apiUrl: `${url}/codefresh/api`,
          url: `${url}/codefresh`,
          token: TOKENS.codefresh,
          project: 'kestrel',
        },
        manifests: {
          repository: {
            name: 'deployments',
            url: `${url}/${ORGANIZATION}/deployments.git`,
          },
          namespace: '{owner}',
        },
        names: { reserved: ['admin'] },
        ...creation,
      },
    },
  };
}
