import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../runGit';
import { startGitServer, type RunningGitServer } from '../startGitServer';

export const REPOSITORY = 'kestrel-parcels/deployments';
export const TOKEN = 'portal-of-a-test-Xq8Lz2RbYc';
export const READER = 'reader-of-a-test-Wn3Xq8Lz2R';
export const somebody = { name: 'Mei Lin', email: 'mei.lin@kestrel.example' };

const toStop: RunningGitServer[] = [];
const toRemove: string[] = [];

afterEach(async () => {
  await Promise.all(toStop.splice(0).map(server => server.stop()));
  for (const place of toRemove.splice(0)) {
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Starts a server that is stopped by the end of the test. */
export async function startServer(
  protectedBranches: string[] = [],
): Promise<RunningGitServer> {
  const server = await startGitServer({
    repositories: [{ name: REPOSITORY, protectedBranches }],
    accounts: [
      { login: 'sphera-portal[bot]', token: TOKEN },
      { login: 'reader', token: READER, mayPush: false },
    ],
  });
  toStop.push(server);
  return server;
}

/** An empty folder that is gone at the end of the test. */
export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'git-of-a-test-'));
  toRemove.push(made);
  return made;
}

/** The address of the repository with a token in it, as somebody at a command line would write it. */
export function urlWith(server: RunningGitServer, token = TOKEN): string {
  const url = new URL(server.urlOf(REPOSITORY));
  url.username = 'anybody';
  url.password = token;
  return url.href;
}

/** A work tree of the repository. */
export async function clone(
  server: RunningGitServer,
  token?: string,
): Promise<WorkTree> {
  const place = await folder();
  await runGit(place, ['clone', '--quiet', urlWith(server, token), '.']);
  return {
    git: (...args) => runGit(place, args),
    async commit(path, text) {
      await writeFile(join(place, path), text);
      await runGit(place, ['add', '--all']);
      await runGit(place, [
        ...['-c', `user.name=${somebody.name}`],
        ...['-c', `user.email=${somebody.email}`],
        ...['commit', '--quiet', '--message', `Change ${path}`],
      ]);
    },
  };
}

/** A work tree, and what is done in it. */
export interface WorkTree {
  git(...args: string[]): Promise<string>;
  commit(path: string, text: string): Promise<void>;
}
