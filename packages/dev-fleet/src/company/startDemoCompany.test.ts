import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DEMO_ARGO_CD_TOKEN } from '../argoCd/demoArgoCd';
import { runGit } from '../git/runGit';
import { DEMO_GITHUB_ACCOUNTS } from '../gitHub/demoGitHub';
import type { Deployment } from '../kubernetes/objects';
import { startDemoCompany, type DemoCompany } from './startDemoCompany';

jest.setTimeout(180_000);

const ADMIN = 'admin-of-a-test-Gk5vRw9c';
const [{ token: PORTAL }] = DEMO_GITHUB_ACCOUNTS;
const FILE = 'applications/production/eu-central-1/payments.yaml';

let company: DemoCompany;
let clone: string;

beforeEach(async () => {
  company = await startDemoCompany({
    isStill: true,
    accounts: [{ token: ADMIN, user: 'admin' }],
    gitOpsToken: ADMIN,
  });
  clone = await mkdtemp(join(tmpdir(), 'demo-company-'));
});
afterEach(async () => {
  await company.stop();
  await rm(clone, { recursive: true, force: true, maxRetries: 5 });
});

const gitHub = async (method: string, path: string, body?: object) => {
  const response = await fetch(
    `${company.url}/api/v3/repos/kestrel-parcels/billing-deployments${path}`,
    {
      method,
      headers: { authorization: `Bearer ${PORTAL}` },
      ...(body && { body: JSON.stringify(body) }),
    },
  );
  return { status: response.status, body: await response.json() };
};

async function versionInCluster(): Promise<string | undefined> {
  const response = await fetch(
    `${company.url}/clusters/production-eu/apis/apps/v1/namespaces/payments/deployments/payments`,
    { headers: { authorization: `Bearer ${ADMIN}` } },
  );
  const { spec } = (await response.json()) as Deployment;
  return spec.template.spec.containers[0].image.split(':').at(-1);
}

async function eventually<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  while ((await look()) !== wanted) await wait(50);
}

describe('the demo company', () => {
  it('brings payments back through a pull request and Argo CD', async () => {
    const url = new URL(company.url);
    url.username = 'portal';
    url.password = PORTAL;
    url.pathname = '/kestrel-parcels/billing-deployments.git';
    await runGit(clone, ['clone', '--quiet', String(url), '.']);
    const before = await readFile(join(clone, FILE), 'utf8');
    const after = before.replace(/2\.30\.4/g, '2.29.0');
    expect(after).not.toBe(before);
    await writeFile(join(clone, FILE), after);
    const me = ['-c', 'user.name=sphera', '-c', 'user.email=s@x.example'];
    await runGit(clone, [...me, 'commit', '-qam', 'Roll back payments']);
    await expect(
      runGit(clone, ['push', '--quiet', 'origin', 'HEAD:main']),
    ).rejects.toThrow('GH006: Protected branch update failed');
    await runGit(clone, ['push', '--quiet', 'origin', 'HEAD:back']);

    const opened = await gitHub('POST', '/pulls', {
      title: 'Roll back payments',
      head: 'back',
      base: 'main',
    });
    expect(opened.status).toBe(201);
    const { number } = opened.body;
    await eventually(
      async () => (await gitHub('PUT', `/pulls/${number}/merge`, {})).status,
      200,
    );
    expect(await versionInCluster()).toBe('2.30.4');

    const argoCd = `${company.url}/argocd/api/v1/applications/payments-production-eu`;
    const refreshed = await fetch(`${argoCd}?refresh=normal`, {
      headers: { authorization: `Bearer ${DEMO_ARGO_CD_TOKEN}` },
    });
    expect(refreshed.status).toBe(200);
    await eventually(versionInCluster, '2.29.0');
  });
});
