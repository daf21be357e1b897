import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from 'octokit';
import { asNeighbour } from '../../git/asNeighbour';
import { GitServer } from '../../git/GitServer';
import { HostedRepositories } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';
import { startNeighbours } from '../../neighbours/startNeighbours';
import { GitHubStandIn, type GitHubOptions } from '../GitHubStandIn';

// A machine may be many times slower, and each test has git write and read a lot.
jest.setTimeout(120_000);

export const ORG = 'kestrel-parcels';
export const REPO = 'parcels';
export const OWNER_TOKEN = 'owner-of-a-test-Xq8Lz2RbYc';

/** Tokens of a test, by login; `portal` owns the organisation, `reader` may not push. */
const ACCOUNTS = [
  { login: 'portal', token: OWNER_TOKEN, isOwner: true },
  { login: 'mei-lin', token: 'mei-of-a-test-Wn3Xq8Lz2R' },
  { login: 'reader', token: 'reader-of-a-test-Pz6wTc4', mayPush: false },
] as const;

export type Login = (typeof ACCOUNTS)[number]['login'];

const toStop: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** Octokit without its patience: a test wants the first answer. */
export const octokitFor = (url: string, token: string): Octokit =>
  new Octokit({
    baseUrl: `${url}/api/v3`,
    auth: token,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });

/** GitHub and the git server beside it on one port, without repositories; gone at the end of the test. */
export async function startGitHub(options: Partial<GitHubOptions> = {}) {
  const repositories = await HostedRepositories.make([]);
  let now = Date.UTC(2026, 10, 24, 3);
  const gitHub = new GitHubStandIn({
    repositories,
    accounts: ACCOUNTS,
    organizations: [
      {
        login: ORG,
        teams: [
          { slug: 'tracking', members: ['mei-lin'] },
          { slug: 'booking' },
        ],
      },
    ],
    visitor: 'mei-lin',
    clock: { now: () => now },
    ...options,
  });
  const git = new GitServer(repositories, ACCOUNTS);
  const server = await startNeighbours([asNeighbour(git), gitHub]);
  toStop.push(() => repositories.remove(), server.stop);
  const tokenOf = (login: Login) =>
    ACCOUNTS.find(each => each.login === login)!.token;
  const { host } = new URL(server.url);
  return {
    gitHub,
    repositories,
    url: server.url,
    host,
    /** Configuration of a portal that comes in with the owner's token. */
    integration: {
      host,
      apiBaseUrl: `${server.url}/api/v3`,
      token: OWNER_TOKEN,
    },
    as: (login: Login): Octokit => octokitFor(server.url, tokenOf(login)),
    passes(milliseconds: number) {
      now += milliseconds;
    },
    now: () => now,
    /** The address that somebody pushes to. */
    urlFor(login: Login, repo = REPO): string {
      return `http://${login}:${tokenOf(login)}@${host}/${ORG}/${repo}.git`;
    },
  };
}

export type StartedGitHub = Awaited<ReturnType<typeof startGitHub>>;

/** A repository of the organisation with one commit on `main`. */
export async function makeRepository(started: StartedGitHub, name = REPO) {
  const { rest } = started.as('portal');
  await rest.repos.createInOrg({ org: ORG, name, auto_init: true });
  return { owner: ORG, repo: name };
}

/** A branch with one file more than `main`. */
export async function makeBranch(
  started: StartedGitHub,
  branch: string,
  repo = REPO,
): Promise<string> {
  const { rest } = started.as('portal');
  const where = { owner: ORG, repo };
  const { data } = await rest.git.getRef({ ...where, ref: 'heads/main' });
  const { sha } = data.object;
  await rest.git.createRef({ ...where, ref: `refs/heads/${branch}`, sha });
  const written = await rest.repos.createOrUpdateFileContents({
    ...where,
    branch,
    path: `${branch}.txt`,
    message: `Add ${branch}`,
    content: Buffer.from('new\n').toString('base64'),
  });
  return written.data.commit.sha!;
}

/** A work tree of a repository, as somebody has it on a laptop. */
export async function workTree(started: StartedGitHub, login: Login) {
  const folder = await mkdtemp(join(tmpdir(), 'github-of-a-test-'));
  toStop.push(() => rm(folder, { recursive: true, force: true }));
  const git = (...args: string[]) => runGit(folder, args);
  await git('clone', '--quiet', started.urlFor(login), '.');
  await git('config', 'user.name', 'Mei Lin');
  await git('config', 'user.email', 'mei.lin@kestrel.example');
  return {
    git,
    async commit(path: string, text: string) {
      await writeFile(join(folder, path), text);
      await git('add', '--all');
      await git('commit', '--quiet', '--message', `Change ${path}`);
    },
  };
}

/** What a call is refused with. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; message: string; errors?: unknown }> {
  return call.then(
    () => ({ status: 200, message: 'was not refused' }),
    error => ({
      status: error.status,
      message: error.response?.data?.message ?? error.message,
      errors: error.response?.data?.errors,
    }),
  );
}
