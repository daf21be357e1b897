import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  applyWorkload,
  KubernetesStandIn,
  startKubernetesStandIn,
} from '@sphera/dev-fleet';
import request from 'supertest';
import { startStockBackend } from './__testUtils__/startStockBackend';

const FIRST = 'first-token-of-the-test';
const SECOND = 'second-token-of-the-test';
const quotes = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'quotes',
    annotations: { 'backstage.io/kubernetes-id': 'quotes' },
  },
  spec: { type: 'microservice' },
};
const labels = { 'backstage.io/kubernetes-id': 'quotes' };

describe("Backstage's own Kubernetes plugin", () => {
  const accounts = [{ token: FIRST, user: 'portal' }];
  let standIn: KubernetesStandIn;
  let folder: string;
  let backend: Awaited<ReturnType<typeof startStockBackend>>;

  const file = (name: string) => join(folder, name);
  const objects = async () => {
    const { body } = await request(backend.url)
      .post('/api/kubernetes/resources/workloads/query')
      .set('authorization', mockCredentials.user.header())
      .send({ entityRef: 'component:default/quotes', auth: {} })
      .expect(200);
    return Object.fromEntries(
      body.items.map(({ cluster, resources }: any) => [
        cluster.name,
        resources
          .flatMap((some: any) => some.resources)
          .map(({ metadata }: any) => metadata.name),
      ]),
    );
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sphera-stock-'));
    standIn = await startKubernetesStandIn({
      clusters: ['eu', 'us', 'ap', 'stopped'],
      accounts,
      fill: cluster =>
        applyWorkload(cluster, {
          namespace: 'booking',
          name: 'quotes',
          labels,
          replicas: 1,
          revisions: [
            {
              at: cluster.clock.now(),
              template: {
                metadata: { labels },
                spec: {
                  containers: [
                    { name: 'api', image: 'registry.example/quotes:1.0.0' },
                  ],
                },
              },
            },
          ],
        }),
    });
    await writeFile(file('token'), `${FIRST}\n`);
    await writeFile(
      file('kubeconfig'),
      JSON.stringify({
        clusters: [
          {
            name: 'ap',
            cluster: {
              server: standIn.urlOf('ap'),
              'insecure-skip-tls-verify': true,
            },
          },
        ],
        users: [{ name: 'portal', user: { token: FIRST } }],
        contexts: [
          { name: 'ap-portal', context: { cluster: 'ap', user: 'portal' } },
        ],
      }),
    );
    const cluster = (name: string, access: object) => ({
      name,
      environment: 'production',
      region: name,
      url: standIn.urlOf(name),
      access,
    });
    backend = await startStockBackend({
      entities: [quotes],
      config: {
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [],
          objectTypes: ['deployments'],
        },
        sphera: {
          fleet: {
            clusters: [
              cluster('eu', { type: 'token', token: FIRST }),
              cluster('us', { type: 'token-file', file: file('token') }),
              cluster('ap', {
                type: 'kubeconfig',
                file: file('kubeconfig'),
                context: 'ap-portal',
              }),
              cluster('stopped', {
                type: 'token-file',
                file: file('missing'),
              }),
            ],
          },
        },
      },
    });
  }, 60_000);

  afterAll(async () => {
    backend?.stop();
    await standIn?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has the clusters of the fleet, and shows no token', async () => {
    const { body, text } = await request(backend.url)
      .get('/api/kubernetes/clusters')
      .set('authorization', mockCredentials.user.header())
      .expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'eu',
      'us',
      'ap',
    ]);
    expect(text).not.toContain(FIRST);
  });

  it('finds what runs of a service in each of them', async () => {
    expect(await objects()).toEqual({
      eu: ['quotes'],
      us: ['quotes'],
      ap: ['quotes'],
    });
  });

  it('goes on with a token that was rotated in its file', async () => {
    accounts.splice(0, 1, { token: SECOND, user: 'portal' });
    await writeFile(file('token'), SECOND);
    expect(await objects()).toMatchObject({ us: ['quotes'] });
  });
});
