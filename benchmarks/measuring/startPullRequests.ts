import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a process of GitHub is asked for. */
export interface PullRequestsWanted {
  token: string;
  /** Before each answer, in milliseconds. */
  latencyMs: number;
}

/** GitHub with open pull requests. */
export interface PullRequests {
  /** Like GitHub itself, as late. */
  url: string;
  token: string;
  /** `kestrel/service-1` */
  repositories: string[];
  /** Asks the REST API. */
  ask(method: string, path: string, body?: object): Promise<any>;
  /** Status of the answer. */
  merge(repository: string, number: number): Promise<number>;
  stop(): void;
}

/** Starts it, with so many open pull requests in each of so many repositories. */
export async function startPullRequests(size: {
  repositories: number;
  each: number;
  latencyMs: number;
}): Promise<PullRequests> {
  const token = 'benchmark-github-7Tq3ZvXn9Kc5Wd2RbYm8';
  const child = fork(join(__dirname, 'mergesProcess.ts'));
  const isUp = new Promise<{ at: string; atOnce: string }>(resolve => {
    child.on('message', (message: any) => {
      // What transforms the sources on their way in has messages of its own.
      if (message.addresses) resolve(message.addresses);
    });
  });
  child.send({
    token,
    latencyMs: size.latencyMs,
  } satisfies PullRequestsWanted);
  const { at, atOnce } = await isUp;
  const call = (base: string, method: string, path: string, body?: object) =>
    fetch(`${base}/api/v3${path}`, {
      method,
      headers: { authorization: `token ${token}` },
      body: body && JSON.stringify(body),
    });
  const ask = async (method: string, path: string, body?: object) => {
    const response = await call(atOnce, method, path, body);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  const repositories: string[] = [];
  for (let index = 1; index <= size.repositories; index++) {
    const name = `kestrel/service-${index}`;
    await fill(name, size.each, ask);
    repositories.push(name);
  }
  return {
    url: at,
    token,
    repositories,
    ask: async (method, path, body) => {
      const response = await call(at, method, path, body);
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return response.json();
    },
    merge: async (repository, number) => {
      const path = `/repos/${repository}/pulls/${number}/merge`;
      return (await call(atOnce, 'PUT', path, {})).status;
    },
    stop: () => child.disconnect(),
  };
}

async function fill(name: string, each: number, ask: PullRequests['ask']) {
  const [org, repo] = name.split('/');
  await ask('POST', `/orgs/${org}/repos`, { name: repo, auto_init: true });
  const at = `/repos/${name}`;
  const { object } = await ask('GET', `${at}/git/ref/heads/main`);
  const { tree } = await ask('GET', `${at}/git/commits/${object.sha}`);
  for (let number = 1; number <= each; number++) {
    const commit = await ask('POST', `${at}/git/commits`, {
      message: `Change ${number}`,
      tree: tree.sha,
      parents: [object.sha],
    });
    const branch = `change-${number}`;
    await ask('POST', `${at}/git/refs`, {
      ref: `refs/heads/${branch}`,
      sha: commit.sha,
    });
    await ask('POST', `${at}/pulls`, {
      title: `Change ${number}`,
      head: branch,
      base: 'main',
    });
  }
}
