import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  createGithubWebhookAction,
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ORG,
  refusal,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

let started: StartedGitHub;
let workspacePath: string;

beforeEach(async () => {
  started = await startGitHub();
  workspacePath = await mkdtemp(join(tmpdir(), 'stock-actions-'));
  await mkdir(join(workspacePath, 'src'));
  await writeFile(join(workspacePath, 'README.md'), '# parcels\n');
  await writeFile(join(workspacePath, 'src', 'index.ts'), 'export {};\n');
});
afterEach(() => rm(workspacePath, { recursive: true, force: true }));

/** Runs an action of Backstage as it is, and returns what it puts out. */
async function run<Input>(
  make: (parts: any) => { handler: (context: any) => Promise<unknown> },
  input: Input,
): Promise<Record<string, unknown>> {
  const config = new ConfigReader({
    integrations: { github: [started.integration] },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const action = make({
    integrations,
    config,
    githubCredentialsProvider:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
  });
  const output: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext({ input: input as any, workspacePath }),
    output: (name: string, value: unknown) => {
      output[name] = value;
    },
  });
  return output;
}

const repoUrl = (repo = 'parcels') =>
  `${started.host}?owner=${ORG}&repo=${repo}`;

const publish = (wish: object = {}) =>
  run(createPublishGithubAction, {
    repoUrl: repoUrl(),
    description: 'Where parcels are',
    defaultBranch: 'main',
    repoVisibility: 'private',
    access: `${ORG}/tracking`,
    collaborators: [{ user: 'mei-lin', access: 'push' }],
    topics: ['kestrel'],
    ...wish,
  });

describe('publish:github', () => {
  it('makes the repository, pushes it, and protects its branch', async () => {
    const output = await publish({
      requiredStatusCheckContexts: ['sphera/merge-freeze'],
    });
    expect(output).toMatchObject({
      remoteUrl: `${started.url}/${ORG}/parcels.git`,
      repoContentsUrl: `${started.url}/${ORG}/parcels/blob/main`,
    });
    const { rest } = started.as('portal');
    const where = { owner: ORG, repo: 'parcels' };
    const branch = await rest.repos.getBranch({ ...where, branch: 'main' });
    expect(branch.data).toMatchObject({
      commit: { sha: output.commitHash },
      protected: true,
    });
    const protection = await rest.repos.getBranchProtection({
      ...where,
      branch: 'main',
    });
    expect(protection.data).toMatchObject({
      required_status_checks: {
        strict: true,
        contexts: ['sphera/merge-freeze'],
      },
      required_pull_request_reviews: { required_approving_review_count: 1 },
      enforce_admins: { enabled: true },
    });
    expect((await rest.repos.getAllTopics(where)).data.names).toEqual([
      'kestrel',
    ]);
    expect((await rest.repos.listTeams(where)).data).toMatchObject([
      { slug: 'tracking', permission: 'admin' },
    ]);
    expect((await rest.repos.listCollaborators(where)).data).toMatchObject([
      { login: 'mei-lin' },
    ]);
  });

  it('says that the name is taken, as on GitHub', async () => {
    await publish();
    expect((await refusal(publish())).message).toMatch(
      /^Failed to create the Organization repository kestrel-parcels\/parcels, .*name already exists on this account/s,
    );
  });

  it('says that a team is not there', async () => {
    expect(
      (await refusal(publish({ access: `${ORG}/nobody` }))).message,
    ).toContain('was not found within GitHub');
  });
});

describe('publish:github:pull-request', () => {
  it('opens one, and brings it up to date', async () => {
    await publish({ protectDefaultBranch: false });
    await writeFile(join(workspacePath, 'more.txt'), 'more\n');
    const wish = {
      repoUrl: repoUrl(),
      branchName: 'more',
      title: 'More',
      description: 'There is more',
      reviewers: ['mei-lin'],
    };
    const opened = await run(createPublishGithubPullRequestAction, wish);
    expect(opened).toEqual({
      targetBranchName: 'main',
      remoteUrl: `${started.url}/${ORG}/parcels/pull/1`,
      pullRequestNumber: 1,
    });
    await writeFile(join(workspacePath, 'most.txt'), 'most\n');
    await run(createPublishGithubPullRequestAction, { ...wish, update: true });
    const { rest } = started.as('portal');
    const { data } = await rest.pulls.listFiles({
      owner: ORG,
      repo: 'parcels',
      pull_number: 1,
    });
    expect(data.map(({ filename }) => filename)).toEqual([
      'more.txt',
      'most.txt',
    ]);
  });
});

describe('github:webhook', () => {
  it('makes a hook whose secret is told to nobody', async () => {
    await publish({ protectDefaultBranch: false });
    await run(createGithubWebhookAction, {
      repoUrl: repoUrl(),
      webhookUrl: 'http://127.0.0.1:9/hears-nothing',
      webhookSecret: 'secret-of-a-hook',
      events: ['push'],
    });
    const { rest } = started.as('portal');
    const { data } = await rest.repos.listWebhooks({
      owner: ORG,
      repo: 'parcels',
    });
    expect(data).toMatchObject([{ active: true, events: ['push'] }]);
    expect(JSON.stringify(data)).not.toContain('secret-of-a-hook');
  });
});
