import { ConfigReader } from '@backstage/config';
import { readAccess } from './readAccess';

const cluster = {
  name: 'staging-eu',
  environment: 'staging',
  region: 'eu-central-1',
  url: 'https://staging-eu.example.com',
};
const read = (...clusters: object[]) =>
  readAccess(
    new ConfigReader({
      sphera: { fleet: { clusters: clusters as any } },
    }),
  );

describe('the access to clusters in the configuration', () => {
  it('may be absent, of a cluster and altogether', () => {
    expect(readAccess(new ConfigReader({}))).toEqual([]);
    expect(read(cluster)).toEqual([
      {
        name: 'staging-eu',
        key: 'sphera.fleet.clusters[0]',
        url: 'https://staging-eu.example.com',
        way: undefined,
        skipTlsVerify: false,
      },
    ]);
  });

  it.each([
    { type: 'token', token: 'secret-of-the-test' },
    { type: 'token-file', file: '/run/secrets/token' },
    { type: 'kubeconfig', file: './kubeconfig', context: 'staging' },
    { type: 'aws', clusterName: 'staging' },
    {
      type: 'aws',
      clusterName: 'staging',
      assumeRole: 'arn:aws:iam::1:role/portal',
      externalId: 'portal',
    },
    { type: 'in-cluster' },
  ])('can be by $type', access => {
    expect(read({ ...cluster, access, caFile: 'ca.pem' })).toMatchObject([
      { way: access, caFile: 'ca.pem' },
    ]);
  });

  it.each([
    [
      'a way that there is not',
      { access: { type: 'password' } },
      'sphera.fleet.clusters[0].access.type: must be one of token, token-file, kubeconfig, aws, in-cluster',
    ],
    [
      'no way at all',
      { access: {} },
      'sphera.fleet.clusters[0].access.type: must be one of token',
    ],
    [
      'a token that is missing',
      { access: { type: 'token' } },
      'sphera.fleet.clusters[0].access.token: is missing: the token of a service account',
    ],
    [
      'a context that is missing',
      { access: { type: 'kubeconfig', file: 'x' } },
      'sphera.fleet.clusters[0].access.context: is missing: which context',
    ],
    [
      'a key it does not know',
      { access: { type: 'in-cluster', token: 'secret-of-the-test' } },
      "sphera.fleet.clusters[0].access: Unrecognized key(s) in object: 'token'",
    ],
    [
      'a check of certificates that is neither on nor off',
      { skipTlsVerify: 'sometimes' },
      'sphera.fleet.clusters[0].skipTlsVerify: must be true or false',
    ],
  ])('stops the start for %s, naming the key', (_what, changes, message) => {
    expect(() => read({ ...cluster, ...changes })).toThrow(message);
    expect(() => read({ ...cluster, ...changes })).not.toThrow(
      'secret-of-the-test',
    );
  });
});
