import {
  ScmIntegrations,
  DefaultGithubCredentialsProvider,
} from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { runGit } from '../git/runGit';
import { makeApp } from './apps/makeApp';
import {
  makeRepository,
  octokitFor,
  ORG,
  refusal,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

const sphera = { id: 71, slug: 'sphera' };
const installations = [{ id: 7_001, account: ORG }];
const app = makeApp({ ...sphera, installations });

let started: StartedGitHub;
/** How much later it is, in milliseconds. */
let late = 0;

beforeEach(async () => {
  started = await startGitHub({
    apps: [app.wish],
    clock: { now: () => Date.now() + late },
  });
  late = 0;
  await makeRepository(started);
});

/** The token that Backstage gets for an app. */
async function tokenFor({ config } = app, owner = ORG) {
  const { host, apiBaseUrl } = started.integration;
  const provider = DefaultGithubCredentialsProvider.fromIntegrations(
    ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: { github: [{ host, apiBaseUrl, apps: [config] }] },
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
    const other = tokenFor(makeApp({ ...sphera, installations }));
    expect(await refusal(other)).toMatchObject({
      status: 401,
      message: 'A JSON web token could not be decoded',
    });
  });

  it('may do what it was given, and no more', async () => {
    const limited = makeApp({
      ...sphera,
      installations: [{ ...installations[0], repositories: ['parcels'] }],
      permissions: {
        metadata: 'read',
        contents: 'read',
        pull_requests: 'read',
      },
    });
    started = await startGitHub({
      apps: [limited.wish],
      clock: { now: () => Date.now() },
    });
    await makeRepository(started);
    await makeRepository(started, 'secret');
    const { rest } = octokitFor(started.url, (await tokenFor(limited))!);
    const where = { owner: ORG, repo: 'parcels' };
    const branch = await rest.repos.getBranch({ ...where, branch: 'main' });
    const sha = branch.data.commit.sha;
    expect((await rest.pulls.list(where)).data).toEqual([]);
    const calls = [
      rest.repos.createCommitStatus({ ...where, sha, state: 'success' }),
      rest.repos.getCombinedStatusForRef({ ...where, ref: sha }),
      rest.repos.createRepoRuleset({
        ...where,
        name: 'any',
        enforcement: 'active',
      }),
      rest.repos.replaceAllTopics({ ...where, names: [] }),
      rest.orgs.listWebhooks({ org: ORG }),
      rest.repos.getOrgRulesets({ org: ORG }),
    ];
    for (const call of calls) {
      expect(await refusal(call)).toMatchObject({
        status: 403,
        message: 'Resource not accessible by integration',
      });
    }
    const other = rest.repos.get({ owner: ORG, repo: 'secret' });
    expect((await refusal(other)).status).toBe(404);
    const all = await rest.apps.listReposAccessibleToInstallation();
    expect(all.data.repositories).toMatchObject([{ name: 'parcels' }]);
  });

  it('is nobody where it is not installed', async () => {
    expect(await tokenFor(app, 'somebody-else')).toBeUndefined();
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
