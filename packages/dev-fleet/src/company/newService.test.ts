import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  ECRClient,
} from '@aws-sdk/client-ecr';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { DEMO_IMAGES } from '../ecr/demo/demoImages';
import { runGit } from '../git/runGit';
import { DEMO_GITHUB_ACCOUNTS } from '../gitHub/demoGitHub';
import { manifestOf } from '../gitops/manifests/__testUtils__/manifestTexts';
import type { Deployment } from '../kubernetes/objects';
import { demoAwsAccounts } from '../secretsManager/demo/accounts';
import { startDemoCompany, type DemoCompany } from './startDemoCompany';
import { writeFiles } from './__testUtils__/writeFiles';

jest.setTimeout(180_000);

const ADMIN = 'admin-of-a-test-Nx7rTb3K';
const [{ token: PORTAL }] = DEMO_GITHUB_ACCOUNTS;
const { account, region } = DEMO_IMAGES;
const IMAGE = `${account}.dkr.ecr.${region}.amazonaws.com/parcels`;
const WORKFLOW = `
on: { push: { branches: [main] } }
jobs: { build: {}, image: {}, deploy-to-staging: {} }
`;

let company: DemoCompany;
let folder: string;

beforeEach(async () => {
  company = await startDemoCompany({
    isStill: true,
    speed: 20,
    accounts: [{ token: ADMIN, user: 'admin' }],
    gitOpsToken: ADMIN,
  });
  folder = await mkdtemp(join(tmpdir(), 'demo-company-'));
});
afterEach(async () => {
  await company?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const git = (place: string, ...args: string[]) =>
  runGit(place, [
    '-c',
    'user.name=sphera',
    '-c',
    'user.email=s@x.example',
    ...args,
  ]);

async function clone(name: string): Promise<string> {
  const url = new URL(`/kestrel-parcels/${name}.git`, company.url);
  url.username = 'x-access-token';
  url.password = PORTAL;
  await runGit(folder, ['clone', '--quiet', String(url), name]);
  return join(folder, name);
}

/** Commits files and pushes them; returns the hash. */
async function push(
  place: string,
  files: Record<string, string>,
): Promise<string> {
  await writeFiles(place, files);
  await git(place, 'add', '--all');
  await git(place, 'commit', '--quiet', '--message', 'A change');
  await git(place, 'push', '--quiet', 'origin', 'HEAD:main');
  return (await git(place, 'rev-parse', 'HEAD')).trim();
}

async function openEcr(): Promise<ECRClient> {
  const [{ accessKeyId = '' }] = demoAwsAccounts;
  const sts = new STSClient({
    endpoint: `${company.url}/sts`,
    region,
    credentials: { accessKeyId, secretAccessKey: 'any' },
  });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/sphera-secrets`,
      RoleSessionName: 'test',
    }),
  );
  return new ECRClient({
    endpoint: `${company.url}/ecr`,
    region,
    credentials: {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken,
    },
  });
}

async function deployment(cluster: string): Promise<Deployment | undefined> {
  const response = await fetch(
    `${company.url}/clusters/${cluster}/apis/apps/v1/namespaces/shop/deployments/parcels`,
    { headers: { authorization: `Bearer ${ADMIN}` } },
  );
  return response.ok ? ((await response.json()) as Deployment) : undefined;
}

/** The image of a deployment whose pods all run it; empty until then. */
async function runningIn(cluster: string): Promise<string> {
  const found = await deployment(cluster);
  const { updatedReplicas = 0, availableReplicas = 0 } = found?.status ?? {};
  const isReady =
    found && updatedReplicas === 2 && availableReplicas === updatedReplicas;
  return isReady ? found.spec.template.spec.containers[0].image : '';
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(50);
}

describe('a new service of the demo company', () => {
  it('runs in staging from its first push, and a change of it soon after', async () => {
    const made = await fetch(
      `${company.url}/api/v3/orgs/kestrel-parcels/repos`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${PORTAL}` },
        body: JSON.stringify({ name: 'parcels' }),
      },
    );
    expect(made.status).toBe(201);
    const service = await clone('parcels');
    const first = await push(service, {
      '.github/workflows/ci.yaml': WORKFLOW,
    });

    const ecr = await openEcr();
    await ecr.send(new CreateRepositoryCommand({ repositoryName: 'parcels' }));
    const manifest = (commit: string) =>
      manifestOf({ image: `${IMAGE}:${commit.slice(0, 12)}` });
    const deployments = await clone('deployments');
    await push(deployments, {
      'services/parcels/staging/eu-central-1.yaml': manifest(first),
    });
    await until(
      async () =>
        (await runningIn('staging-eu')) === `${IMAGE}:${first.slice(0, 12)}`,
    );
    expect(await deployment('staging-us')).toBeUndefined();
    expect(await deployment('production-eu')).toBeUndefined();

    const second = await push(service, { 'README.md': 'Better' });
    await until(
      async () =>
        (await runningIn('staging-eu')) === `${IMAGE}:${second.slice(0, 12)}`,
    );
    const { imageDetails } = await ecr.send(
      new DescribeImagesCommand({ repositoryName: 'parcels' }),
    );
    expect(imageDetails).toHaveLength(2);
    ecr.destroy();
  });
});
