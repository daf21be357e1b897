import { commitTo } from '../git/commitTo';
import { HostedRepositories } from '../git/HostedRepositories';
import { runGit } from '../git/runGit';
import { startNeighbours } from '../neighbours/startNeighbours';
import { GitHubStandIn } from './GitHubStandIn';

jest.setTimeout(120_000);

const NAME = 'kestrel-parcels/billing-deployments';
const author = { name: 'Release bot', email: 'release@kestrel.example' };

let repositories: HostedRepositories;
let folder: string;
let gitHub: GitHubStandIn;
let server: Awaited<ReturnType<typeof startNeighbours>>;
let now = Date.UTC(2026, 10, 24, 3);

const commit = (branch: string, text: string, message: string) =>
  commitTo(folder, {
    branch,
    files: { 'invoices.yaml': text },
    message,
    author,
    at: now,
  });

beforeEach(async () => {
  repositories = await HostedRepositories.make([
    { name: NAME, protectedBranches: ['main'] },
  ]);
  ({ folder } = repositories.get(NAME)!);
  await commit('main', 'tag: 2\n', 'invoices 2 <i>in</i> production (#41)');
  await runGit(folder, ['update-ref', 'refs/heads/back', 'refs/heads/main']);
  await commit('back', 'tag: 1\n', 'Roll back');
  gitHub = new GitHubStandIn({
    repositories,
    accounts: [
      { login: 'sphera', token: 'writes' },
      { login: 'reader', token: 'reads', mayPush: false },
    ],
    rules: { [NAME]: { requiredChecks: ['validate'] } },
    checksTake: 4_000,
    clock: { now: () => now },
  });
  server = await startNeighbours([gitHub]);
});
afterEach(async () => {
  await server.stop();
  await repositories.remove();
});

async function call(
  method: string,
  path: string,
  { token = 'writes', body }: { token?: string; body?: object | string } = {},
) {
  const response = await fetch(`${server.url}/api/v3/repos/${NAME}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: typeof body === 'object' ? JSON.stringify(body) : body,
  });
  const { status, headers } = response;
  return { status, headers, body: await response.json() };
}

const open = (title = 'Roll back') =>
  call('POST', '/pulls', { body: { title, head: 'back', base: 'main' } });

async function pageOf(path: string) {
  const response = await fetch(`${server.url}/${NAME}${path}`);
  return { status: response.status, text: await response.text() };
}

describe('the API', () => {
  it('knows nobody without a token', async () => {
    expect(await call('GET', '', { token: 'none' })).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  it('lets who only reads change nothing', async () => {
    expect((await call('GET', '/pulls', { token: 'reads' })).status).toBe(200);
    expect(
      await call('POST', '/pulls', { token: 'reads', body: {} }),
    ).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by personal access token' },
    });
  });

  it('has nothing but what is asked of it here', async () => {
    expect((await call('GET', '/branches/other')).body).toMatchObject({
      message: 'Branch not found',
    });
    for (const path of ['/issues', '/pulls/7']) {
      expect(await call('GET', path)).toMatchObject({
        status: 404,
        body: { message: 'Not Found', status: '404' },
      });
    }
  });

  it('says what a body lacks', async () => {
    expect(await call('POST', '/pulls', { body: '{' })).toMatchObject({
      status: 400,
      body: { message: 'Problems parsing JSON' },
    });
    expect(
      await call('POST', '/pulls', { body: { head: 'back', base: 'main' } }),
    ).toMatchObject({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ resource: 'PullRequest', field: 'title' }],
      },
    });
  });

  it('gives a list in pages, each with the way to the next', async () => {
    await open();
    for (const body of ['one', 'two', 'three']) {
      await call('POST', '/issues/42/comments', { body: { body } });
    }
    const first = await call('GET', '/issues/42/comments?per_page=2');
    expect(first.body).toMatchObject([{ body: 'one' }, { body: 'two' }]);
    const link = first.headers.get('link')!;
    const [, next] = /<([^>]+)>; rel="next"/.exec(link)!;
    expect(link).toContain('rel="last"');
    const rest = await call(
      'GET',
      `/issues/42/comments${new URL(next).search}`,
    );
    expect(rest.body).toMatchObject([{ body: 'three' }]);
    expect(rest.headers.get('link')).not.toContain('rel="next"');
  });
});

describe('a pull request', () => {
  it('has the number after those of the history', async () => {
    expect(await open()).toMatchObject({
      status: 201,
      body: {
        number: 42,
        state: 'open',
        merged_at: null,
        html_url: `${server.url}/${NAME}/pull/42`,
      },
    });
  });

  it('cannot be judged at the first look, and then can', async () => {
    expect((await open()).body).toMatchObject({
      mergeable: null,
      mergeable_state: 'unknown',
    });
    expect((await call('GET', '/pulls/42')).body).toMatchObject({
      mergeable: true,
      mergeable_state: 'blocked',
    });
    now += 4_000;
    expect((await call('GET', '/pulls/42')).body).toMatchObject({
      mergeable_state: 'clean',
    });
  });

  it('is not merged into a protected branch before its checks', async () => {
    await open();
    expect(await call('PUT', '/pulls/42/merge', { body: {} })).toMatchObject({
      status: 405,
      body: { message: 'Required status check "validate" is expected.' },
    });
  });

  it('tells who listens once it is merged', async () => {
    const heard: string[] = [];
    repositories.onPush((name, branch) => heard.push(`${name} ${branch}`));
    await open();
    now += 4_000;
    const body = { merge_method: 'squash' };
    const merged = await call('PUT', '/pulls/42/merge', { body });
    expect(merged).toMatchObject({ status: 200, body: { merged: true } });
    expect(heard).toEqual([`${NAME} main`]);
    expect(await runGit(folder, ['log', '-1', '--format=%s', 'main'])).toBe(
      'Roll back (#42)\n',
    );
  });
});

describe('its page', () => {
  it('shows how it stands, with its text as text', async () => {
    await open('Roll <b>back</b>');
    const { status, text } = await pageOf('/pull/42');
    expect(status).toBe(200);
    expect(text).toContain('Roll &lt;b&gt;back&lt;/b&gt;');
    expect(text).toContain('validate: running (required)');
  });

  it('is there for those of the history, and for no others', async () => {
    const { text } = await pageOf('/pull/41');
    expect(text).toContain('invoices 2 &lt;i&gt;in&lt;/i&gt; production');
    expect(text).toContain(`/${NAME}/commit/`);
    expect((await pageOf('/pull/4')).status).toBe(404);
  });
});

describe('faults', () => {
  it('are switched and told by their names', async () => {
    expect(gitHub.concerns({ neighbour: 'github' })).toBe(true);
    expect(gitHub.concerns({ neighbour: 'slack' })).toBe(false);
    expect(gitHub.switchFault({ fault: 'sleepy' })).toBe(
      '"fault" must be one of none, down, slow, unauthorized, forbidden, limited, limited-briefly, broken, lost, checks-fail, checks-wait, raced, hooks-lost.',
    );
    gitHub.switchFault({ fault: 'unauthorized' });
    expect(gitHub.faults()).toEqual({ github: 'unauthorized' });
    expect((await call('GET', '')).status).toBe(401);
  });

  it('of checks let everything else go on', async () => {
    gitHub.fault('checks-fail');
    const { body } = await open();
    now += 4_000;
    const { sha } = body.head;
    expect(
      (await call('GET', `/commits/${sha}/check-runs`)).body,
    ).toMatchObject({
      total_count: 1,
      check_runs: [
        { name: 'validate', status: 'completed', conclusion: 'failure' },
      ],
    });
  });
});
