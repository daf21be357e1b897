import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  gitAsNeighbour,
  type GitHubOptions,
  GitHubStandIn,
  GitServer,
  HostedRepositories,
  startNeighbours,
} from '@sphera/dev-fleet';
import {
  startFacts,
  type StartedFacts,
} from '../../../facts/__testUtils__/startFacts';
import { serviceOf } from '../../../facts/__testUtils__/serviceOf';
import { gitHubSource } from '../gitHubSource';

export const ORGANIZATION = 'kestrel-parcels';
/** May never be read anywhere. */
export const TOKEN = 'portal-on-github-of-a-test-Qm7tRb2n';

/** A service whose repository is on GitHub. */
export const quotes = (name = 'quotes', repository = name) =>
  serviceOf(name, {
    annotations: {
      'github.com/project-slug': `${ORGANIZATION}/${repository}`,
    },
  });

/** GitHub on which a portal looks at repositories. */
export interface GitHubOfTest {
  gitHub: GitHubStandIn;
  host: string;
  /** Calls the API as the portal's account. */
  ask(method: string, path: string, body?: object): Promise<any>;
  /** How many calls of the hour are used up. */
  used(): Promise<number>;
  /** A portal that looks at it: one replica. `apps`: those of the integration, in place of the token. */
  portal(
    options?: Parameters<typeof startFacts>[0] & { apps?: object[] },
  ): Promise<StartedFacts>;
  /** Sends what webhooks bring on to a portal's events. */
  hookInto(portal: StartedFacts): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it, with an empty organization. */
export async function startGitHubOfTest(
  options: Pick<GitHubOptions, 'apps' | 'clock'> = {},
): Promise<GitHubOfTest> {
  const repositories = await HostedRepositories.make([]);
  const accounts = [{ login: 'portal', token: TOKEN, isOwner: true }];
  const gitHub = new GitHubStandIn({
    repositories,
    accounts,
    organizations: [{ login: ORGANIZATION, teams: [] }],
    ...options,
  });
  const git = new GitServer(repositories, accounts);
  const neighbours = await startNeighbours([gitAsNeighbour(git), gitHub]);
  const { host } = new URL(neighbours.url);
  const toStop: Array<() => unknown> = [
    () => repositories.remove(),
    () => neighbours.stop(),
  ];
  const ask: GitHubOfTest['ask'] = async (method, path, body) => {
    const response = await fetch(`${neighbours.url}/api/v3${path}`, {
      method,
      headers: { authorization: `token ${TOKEN}` },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.status === 204 ? {} : response.json();
  };
  return {
    gitHub,
    host,
    ask,
    used: async () => (await ask('GET', '/rate_limit')).rate.used,
    async portal({ apps, ...more } = {}) {
      const apiBaseUrl = `${neighbours.url}/api/v3`;
      const credentials = apps ? { apps } : { token: TOKEN };
      const github = [{ host, apiBaseUrl, ...credentials }];
      const portal = await startFacts({
        services: [quotes()],
        config: { integrations: { github } },
        ownSources: deps => [
          gitHubSource({
            ...deps,
            patience: { answerWithin: 5_000, retryAfter: 10 },
          }),
        ],
        ...more,
      });
      toStop.push(() => portal.stop());
      return portal;
    },
    async hookInto({ events }) {
      const server = createServer(async (request, response) => {
        await events.publish({
          topic: 'github',
          eventPayload: await json(request),
          metadata: {
            'x-github-event': String(request.headers['x-github-event']),
          },
        });
        response.writeHead(202).end();
      });
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      toStop.push(
        () => server.closeAllConnections(),
        () => server.close(),
      );
      const { port } = server.address() as AddressInfo;
      await ask('POST', `/orgs/${ORGANIZATION}/hooks`, {
        name: 'web',
        events: ['*'],
        config: { url: `http://127.0.0.1:${port}/`, content_type: 'json' },
      });
    },
    async stop() {
      for (const stop of toStop.splice(0).reverse()) await stop();
    },
  };
}

/** Makes a repository with one commit on `main`. */
export async function makeRepository(
  { ask }: GitHubOfTest,
  name = 'quotes',
): Promise<void> {
  await ask('POST', `/orgs/${ORGANIZATION}/repos`, { name, auto_init: true });
}

/** Another commit on `main`. */
export async function commit(
  { ask }: GitHubOfTest,
  { path = `file-${Date.now()}`, repository = 'quotes' } = {},
): Promise<string> {
  const repo = `/repos/${ORGANIZATION}/${repository}`;
  const answer = await ask('PUT', `${repo}/contents/${path}`, {
    message: `Add ${path}`,
    content: 'bmV3Cg==',
  });
  return answer.commit.sha;
}

/** The newest commit of `main`. */
export async function headOf(
  { ask }: GitHubOfTest,
  repository = 'quotes',
): Promise<string> {
  const path = `/repos/${ORGANIZATION}/${repository}/branches/main`;
  return (await ask('GET', path)).commit.sha;
}

/** A check of a commit: ended with a conclusion, or running. */
export async function check(
  { ask }: GitHubOfTest,
  sha: string,
  { name = 'build', conclusion }: { name?: string; conclusion?: string } = {},
): Promise<void> {
  await ask('POST', `/repos/${ORGANIZATION}/quotes/check-runs`, {
    name,
    head_sha: sha,
    ...(conclusion ? { conclusion } : { status: 'in_progress' }),
  });
}
