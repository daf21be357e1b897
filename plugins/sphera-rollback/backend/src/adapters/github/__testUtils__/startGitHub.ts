import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  commitTo,
  GitHubStandIn,
  HostedRepositories,
  startNeighbours,
  type PullRequestRules,
} from '@sphera/dev-fleet';
import type { Patience } from '@sphera/plugin-git-node';
import { openPullRequests } from '../openPullRequests';

const git = promisify(execFile);

export const REPOSITORY = 'kestrel-parcels/billing-deployments';
const FILE = 'releases/production/invoices.yaml';
/** Opens the stand-in, and must be in no sentence. */
export const TOKEN = 'canary-token-8Wq2Zx7Lm4';
const release = { name: 'Release bot', email: 'release@kestrel.example' };

/** GitHub over HTTP with one repository, whose `main` takes pull requests alone, and a clock that a test turns on. */
export async function startGitHub(rules: PullRequestRules = {}) {
  const repositories = await HostedRepositories.make([
    { name: REPOSITORY, protectedBranches: ['main'] },
  ]);
  const { folder } = repositories.get(REPOSITORY)!;
  let now = Date.UTC(2026, 10, 24, 3);
  const gitHub = new GitHubStandIn({
    repositories,
    accounts: [
      { login: 'sphera', token: TOKEN },
      { login: 'reader', token: 'reads-only', mayPush: false },
    ],
    rules: { [REPOSITORY]: { requiredChecks: ['validate'], ...rules } },
    checksTake: 4_000,
    clock: { now: () => now },
  });
  const server = await startNeighbours([gitHub]);
  const { host } = new URL(server.url);
  const commit = (branch: string, text: string, message: string) =>
    commitTo(folder, {
      branch,
      files: { [FILE]: text },
      message,
      author: release,
      at: now,
    });
  await commit('main', 'tag: 3.8.0\n', 'invoices 3.8.0 in production (#41)');

  const say = async (...args: string[]) =>
    (await git('git', ['-C', folder, ...args])).stdout.trim();

  return {
    url: server.url,
    gitHub,
    fault: gitHub.fault.bind(gitHub),
    /** What git says in the repository's folder. */
    git: say,
    /** Puts a commit on a branch, which begins at `main` where it is new; returns its hash. */
    async commit(branch: string, text: string, message = 'a change') {
      const ref = `refs/heads/${branch}`;
      const isThere = await say('for-each-ref', ref);
      if (!isThere) await say('update-ref', ref, 'refs/heads/main');
      return commit(branch, text, message);
    },
    /** Calls GitHub as somebody in a browser would. */
    async call(method: string, path: string, body?: object) {
      const response = await fetch(
        `${server.url}/api/v3/repos/${REPOSITORY}${path}`,
        {
          method,
          headers: { authorization: `Bearer ${TOKEN}` },
          ...(body && { body: JSON.stringify(body) }),
        },
      );
      return response.json();
    },
    checksEnd() {
      now += 5_000;
    },
    /** The adapter, as the portal has it. */
    open(
      as: {
        repo?: string;
        token?: string;
        /** In place of the token. */
        app?: JsonObject;
        apiBaseUrl?: string;
        patience?: Partial<Patience>;
      } = {},
    ) {
      const { repo = 'billing-deployments', token = TOKEN } = as;
      const { apiBaseUrl = `${server.url}/api/v3` } = as;
      return openPullRequests({
        config: new ConfigReader({
          integrations: {
            github: [
              {
                host,
                apiBaseUrl,
                ...(as.app ? { apps: [as.app] } : { token }),
              },
            ],
          },
        }),
        settings: {
          repositories: [
            {
              name: 'billing',
              url: `${server.url}/kestrel-parcels/${repo}.git`,
              branch: 'main',
              way: 'either',
              gitHub: { host, apiBaseUrl, owner: 'kestrel-parcels', repo },
            },
            { name: 'elsewhere', url: 'x', branch: 'main', way: 'push' },
          ],
        },
        patience: { retryAfter: 1, ...as.patience },
      })('billing')!;
    },
    async stop() {
      await server.stop();
      await repositories.remove();
    },
  };
}

export type StartedGitHub = Awaited<ReturnType<typeof startGitHub>>;
