import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { openAccess } from './ClusterAccess';

describe('access to a cluster', () => {
  const environment = { ...process.env };
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sphera-access-'));
  });
  afterEach(() => {
    process.env = { ...environment };
  });
  afterAll(() => rm(folder, { recursive: true }));

  const open = (access: object | undefined, more: object = {}) =>
    openAccess(
      new ConfigReader({
        sphera: {
          fleet: {
            clusters: [
              {
                name: 'eu',
                url: 'https://eu.example.com/',
                ...(access && { access }),
                ...more,
              } as any,
            ],
          },
        },
      }),
      Date.now,
    ).get('eu');
  const headers = async (access: ReturnType<typeof open>) => {
    const options: RequestOptions = {};
    await access!.kubeConfig().applyToHTTPSOptions(options);
    return options.headers;
  };
  const kubeconfig = async (token: string) => {
    const file = join(folder, 'kubeconfig');
    await writeFile(
      file,
      JSON.stringify({
        clusters: [
          { name: 'there', cluster: { server: 'https://there.example.com' } },
        ],
        users: [{ name: 'portal', user: { token } }],
        contexts: [
          { name: 'prod', context: { cluster: 'there', user: 'portal' } },
        ],
      }),
    );
    return { type: 'kubeconfig', file, context: 'prod' };
  };

  it('is none where the configuration says nothing of it', () => {
    expect(open(undefined)).toBeUndefined();
  });

  it('shows a token to the address of the fleet', async () => {
    const access = open({ type: 'token', token: 'abc' }, { caData: 'UEVN' });
    expect(access!.kubeConfig().getCurrentCluster()).toMatchObject({
      server: 'https://eu.example.com',
      caData: 'UEVN',
      skipTLSVerify: false,
    });
    expect(await headers(access)).toEqual({ Authorization: 'Bearer abc' });
  });

  it('takes address and user from a kubeconfig, and reads it anew after it was refused', async () => {
    const access = open(await kubeconfig('first'));
    expect(access!.kubeConfig().getCurrentCluster()!.server).toBe(
      'https://there.example.com',
    );
    await kubeconfig('second');
    expect(await headers(access)).toEqual({ Authorization: 'Bearer first' });
    access!.renew();
    expect(await headers(access)).toEqual({ Authorization: 'Bearer second' });
  });

  it('names the context that a kubeconfig does not have', async () => {
    const access = open({ ...(await kubeconfig('x')), context: 'ghost' });
    expect(() => access!.kubeConfig()).toThrow(
      'sphera.fleet.clusters[0].access.context: there is no context "ghost"',
    );
  });

  it('is that of the pod, inside a cluster', () => {
    delete process.env.KUBERNETES_SERVICE_HOST;
    const access = open({ type: 'in-cluster' });
    expect(() => access!.kubeConfig()).toThrow(
      'sphera.fleet.clusters[0].access: the portal does not run in a cluster',
    );
    process.env.KUBERNETES_SERVICE_HOST = '10.0.0.1';
    process.env.KUBERNETES_SERVICE_PORT = '443';
    expect(access!.kubeConfig().getCurrentCluster()).toMatchObject({
      server: 'https://10.0.0.1:443',
      caFile: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
    });
  });
});
