import { startNeighbours } from '../neighbours/startNeighbours';
import { ArgoCdStandIn } from './ArgoCdStandIn';
import type { FollowedApplication } from './FollowedApplications';

const application: FollowedApplication = {
  name: 'payments-staging-eu',
  cluster: 'staging-eu',
  namespace: 'payments',
  deployment: 'payments',
  repository: 'kestrel-parcels/billing-deployments',
  file: 'applications/staging/eu-central-1/payments.yaml',
  sync: 'Synced',
  desired: '2.30.4',
  revision: 'a'.repeat(40),
};

let argoCd: ArgoCdStandIn;
let server: Awaited<ReturnType<typeof startNeighbours>>;

beforeEach(async () => {
  argoCd = new ArgoCdStandIn({
    accounts: [{ login: 'sphera', token: 'secret' }],
  });
  server = await startNeighbours([argoCd]);
});
afterEach(async () => {
  argoCd.stop();
  await server.stop();
});

const follow = (refresh = async () => application) =>
  argoCd.follow({
    source: {
      applications: () => [application],
      refresh,
      apply: async () => {},
    },
    deploymentOf: () => undefined,
  });

async function call(
  path: string,
  { token = 'secret', body }: { token?: string; body?: string } = {},
) {
  const response = await fetch(`${server.url}/argocd${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body,
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

const API = '/api/v1/applications';

describe('the API', () => {
  it('knows nobody without a session', async () => {
    expect(await call(API, { token: '' })).toEqual({
      status: 401,
      body: {
        error: 'no session information',
        code: 16,
        message: 'no session information',
      },
    });
    expect(await call(API, { token: 'other' })).toMatchObject({
      status: 401,
      body: { code: 16 },
    });
  });

  it('has no applications before they are followed', async () => {
    expect((await call(API)).body).toEqual({ metadata: {}, items: [] });
    follow();
    expect((await call(API)).body.items).toMatchObject([
      {
        metadata: { name: 'payments-staging-eu', namespace: 'argocd' },
        spec: {
          source: {
            repoURL: `${server.url}/kestrel-parcels/billing-deployments.git`,
            targetRevision: 'main',
          },
          syncPolicy: { automated: { prune: true } },
        },
        status: {
          sync: { status: 'Synced', revision: 'a'.repeat(40) },
          health: { status: 'Missing' },
        },
      },
    ]);
  });

  it('says why an application cannot be compared', async () => {
    follow(async () => {
      throw new Error('the cluster does not answer');
    });
    const { body } = await call(`${API}/payments-staging-eu?refresh=normal`);
    expect(body.status).toMatchObject({
      sync: { status: 'Unknown' },
      conditions: [
        { type: 'ComparisonError', message: 'the cluster does not answer' },
      ],
    });
  });

  it('does not say that an application is not there', async () => {
    follow();
    expect(await call(`${API}/nobody`)).toEqual({
      status: 403,
      body: {
        error: 'permission denied',
        code: 7,
        message: 'permission denied',
      },
    });
  });

  it('has nothing but what is asked of it here', async () => {
    follow();
    const paths = [
      '/api/version',
      '/api/v1/clusters',
      `${API}/x/resource-tree`,
    ];
    for (const path of paths) {
      expect((await call(path)).status).toBe(404);
    }
    const wrong = await call(`${API}/payments-staging-eu`, { body: '{}' });
    expect(wrong.status).toBe(404);
  });

  it('takes no other commit where it syncs by itself', async () => {
    follow();
    const path = `${API}/payments-staging-eu/sync`;
    const body = JSON.stringify({ revision: 'b'.repeat(40) });
    const message = `Cannot sync to ${'b'.repeat(
      40,
    )}: auto-sync currently set to main`;
    expect(await call(path, { body })).toEqual({
      status: 400,
      body: { error: message, code: 9, message },
    });
    expect((await call(path, { body: '{' })).status).toBe(400);
    expect((await call(path, { body: '{"revision":"main"}' })).status).toBe(
      200,
    );
  });
});

describe('pages', () => {
  it('show all applications, and one', async () => {
    follow();
    expect((await call('')).body).toContain('payments-staging-eu');
    const one = await call('/applications/argocd/payments-staging-eu');
    expect(one.body).toContain('Synced');
    expect(one.body).toContain(
      '/kestrel-parcels/billing-deployments/blob/main',
    );
    expect(await call('/applications/payments-staging-eu')).toEqual(one);
  });

  it('of no application is none', async () => {
    const { status, body } = await call('/applications/<b>');
    expect(status).toBe(404);
    expect(body).not.toContain('<b>');
  });
});
