import { generateKeyPairSync } from 'node:crypto';
import {
  ScmIntegrations,
  DefaultGithubCredentialsProvider,
} from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { runGit } from '../git/runGit';
import {
  makeRepository,
  octokitFor,
  ORG,
  refusal,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

const keys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
const { publicKey, privateKey } = keys();

let started: StartedGitHub;
/** How much later it is, in milliseconds. */
let late = 0;

beforeEach(async () => {
  started = await startGitHub({
    apps: [
      {
        id: 71,
        slug: 'sphera',
        publicKey,
        installations: [{ id: 7_001, account: ORG }],
      },
    ],
    clock: { now: () => Date.now() + late },
  });
  late = 0;
  await makeRepository(started);
});

/** The token that Backstage gets for an app. */
async function tokenFor(key = privateKey, owner = ORG) {
  const { host, apiBaseUrl } = started.integration;
  const app = {
    appId: 71,
    privateKey: key,
    webhookSecret: 'any',
    clientId: 'any',
    clientSecret: 'any',
  };
  const provider = DefaultGithubCredentialsProvider.fromIntegrations(
    ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: { github: [{ host, apiBaseUrl, apps: [app] }] },
      }),
    ),
  );
  const url = `${started.url}/${owner}/parcels`;
  return (await provider.getCredentials({ url })).token;
}

describe('an app', () => {
  it('comes in with its key, as Backstage has it', async () => {
    const token = await tokenFor();
    const { rest } = octokitFor(started.url, token!);
    const where = { owner: ORG, repo: 'parcels' };
    const { data } = await rest.repos.get(where);
    expect(data.permissions).toMatchObject({ admin: true });
    const all = await rest.apps.listReposAccessibleToInstallation();
    expect(all.data).toMatchObject({
      total_count: 1,
      repositories: [{ name: 'parcels' }],
    });
    const made = await rest.checks.create({
      ...where,
      name: 'sphera/merge-freeze',
      head_sha: (await rest.repos.listCommits(where)).data[0].sha,
    });
    expect(made.data.app).toMatchObject({ slug: 'sphera' });
  });

  it('reads and pushes by git with the same token', async () => {
    const token = await tokenFor();
    const url = `http://x-access-token:${token}@${started.host}/${ORG}/parcels.git`;
    const { folder } = started.repositories.get(`${ORG}/parcels`)!;
    expect(await runGit(folder, ['ls-remote', url])).toContain(
      'refs/heads/main',
    );
  });

  it('has to come with its own key', async () => {
    const other = tokenFor(keys().privateKey);
    expect(await refusal(other)).toMatchObject({
      status: 401,
      message: 'A JSON web token could not be decoded',
    });
  });

  it('is nobody where it is not installed', async () => {
    expect(await tokenFor(privateKey, 'somebody-else')).toBeUndefined();
  });

  it('has a token for an hour', async () => {
    const { rest } = octokitFor(started.url, (await tokenFor())!);
    const ask = () => refusal(rest.orgs.get({ org: ORG }));
    expect((await ask()).status).toBe(200);
    late = 3_600_000;
    expect(await ask()).toMatchObject({
      status: 401,
      message: 'Bad credentials',
    });
  });
});
