import {
  gitAsNeighbour,
  type GitHubFault,
  type GitHubOptions,
  GitHubStandIn,
  GitServer,
  HostedRepositories,
  startNeighbours,
} from '@sphera/dev-fleet';
import { ORGANIZATION, TOKENS } from './accounts';

export { ORGANIZATION, TOKENS };

/** GitHub, with an organisation, and what people do there. */
export type GitHubOfTest = Awaited<ReturnType<typeof startGitHub>>;

/** @param repositories - with one commit on `main` each */
export async function startGitHub(
  repositories: readonly string[],
  options: Pick<GitHubOptions, 'apps' | 'pointsPerMinute'> = {},
) {
  const hosted = await HostedRepositories.make([]);
  const accounts = Object.entries(TOKENS).map(([login, token]) => ({
    login,
    token,
    isOwner: login === 'sphera-portal',
  }));
  let passed = 0;
  const gitHub = new GitHubStandIn({
    repositories: hosted,
    accounts,
    organizations: [{ login: ORGANIZATION, name: 'Kestrel Parcels' }],
    clock: { now: () => Date.now() + passed },
    ...options,
  });
  const git = new GitServer(hosted, accounts);
  const { url, stop } = await startNeighbours([gitAsNeighbour(git), gitHub]);

  /** Calls the API for somebody. */
  async function call(
    login: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: any }> {
    const response = await fetch(`${url}/api/v3${path}`, {
      method,
      headers: { authorization: `token ${TOKENS[login]}` },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  }
  async function ask(...asked: Parameters<typeof call>): Promise<any> {
    const { status, body } = await call(...asked);
    if (status >= 400) throw new Error(`${asked[2]}: ${JSON.stringify(body)}`);
    return body;
  }

  const at = (repo: string) => `/repos/${ORGANIZATION}/${repo}`;
  const commitTo = (repo: string, branch: string, file: string) =>
    ask('dana-okafor', 'PUT', `${at(repo)}/contents/${file}`, {
      branch,
      message: `Change ${file}`,
      content: Buffer.from(`${file}\n`).toString('base64'),
    });
  for (const name of repositories) {
    await ask('sphera-portal', 'POST', `/orgs/${ORGANIZATION}/repos`, {
      name,
      auto_init: true,
    });
  }

  return {
    url,
    gitHub,
    stop: async () => {
      await stop();
      await hosted.remove();
    },
    call,
    ask,
    /** Until another one, or for so many calls. */
    fail: (fault: GitHubFault, more: object = {}) =>
      gitHub.fault(fault, more as never),
    /** Lets time pass for GitHub alone. */
    passes(milliseconds: number) {
      passed += milliseconds;
    },
    /** Opens a pull request of a new branch; its number. */
    async open(repo: string, branch = 'change'): Promise<number> {
      const ref = await ask(
        'dana-okafor',
        'GET',
        `${at(repo)}/git/ref/heads/main`,
      );
      await ask('dana-okafor', 'POST', `${at(repo)}/git/refs`, {
        ref: `refs/heads/${branch}`,
        sha: ref.object.sha,
      });
      await commitTo(repo, branch, `${branch}.txt`);
      const { number } = await ask('dana-okafor', 'POST', `${at(repo)}/pulls`, {
        title: `The ${branch}`,
        head: branch,
        base: 'main',
      });
      return number;
    },
    /** Pushes one more commit to the branch of a pull request. */
    push: (repo: string, branch = 'change', file = 'more.txt') =>
      commitTo(repo, branch, file),
    async headOf(repo: string, number: number): Promise<string> {
      const pull = await ask(
        'sphera-portal',
        'GET',
        `${at(repo)}/pulls/${number}`,
      );
      return pull.head.sha;
    },
    /** The newest status of a context at the head of a pull request. */
    async statusOf(
      repo: string,
      number: number,
      context = 'sphera/merge-freeze',
    ) {
      const { head } = await ask(
        'sphera-portal',
        'GET',
        `${at(repo)}/pulls/${number}`,
      );
      const { statuses } = await ask(
        'sphera-portal',
        'GET',
        `${at(repo)}/commits/${head.sha}/status`,
      );
      return statuses.find((one: any) => one.context === context);
    },
    label: (login: string, repo: string, number: number, label: string) =>
      ask(login, 'POST', `${at(repo)}/issues/${number}/labels`, {
        labels: [label],
      }),
    unlabel: (login: string, repo: string, number: number, label: string) =>
      ask(login, 'DELETE', `${at(repo)}/issues/${number}/labels/${label}`),
    /** What GitHub says when somebody presses the button. */
    merge: (repo: string, number: number, login = 'dana-okafor') =>
      call(login, 'PUT', `${at(repo)}/pulls/${number}/merge`, {}),
  };
}
