import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Dana's account on the demo company's GitHub, from packages/dev-fleet. */
const account = {
  login: 'dana-okafor',
  token: 'dana-on-github-Pz6wTc4Mk9Vx3Hn8Rq2Ls7Yd',
};
const host = () => `127.0.0.1:${process.env.SPHERA_TEST_CLUSTERS_PORT}`;

/** Pushes a branch that changes the README of a repository, as a developer does from a laptop. */
export async function pushBranch(repository: string, branch: string) {
  const folder = await mkdtemp(join(tmpdir(), 'sphera-laptop-'));
  const git = (...words: string[]) =>
    run('git', words, {
      cwd: folder,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: join(folder, '.gitconfig'),
        GIT_TERMINAL_PROMPT: '0',
      },
    });
  const { login, token } = account;
  try {
    await git(
      'clone',
      `http://${login}:${token}@${host()}/kestrel-parcels/${repository}.git`,
      '.',
    );
    await git('switch', '--create', branch);
    await appendFile(join(folder, 'README.md'), '\nQuotes are rounded up.\n');
    await git(
      '-c',
      'user.name=Dana Okafor',
      '-c',
      'user.email=dana@kestrel-parcels.example',
      'commit',
      '--all',
      '--message',
      'Say that quotes are rounded up',
    );
    await git('push', 'origin', branch);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a pull request for a branch; answers with the address of its page. */
export async function openPullRequest(
  repository: string,
  branch: string,
): Promise<string> {
  const response = await fetch(
    `http://${host()}/api/v3/repos/kestrel-parcels/${repository}/pulls`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${account.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        title: 'Say that quotes are rounded up',
        head: branch,
        base: 'main',
      }),
    },
  );
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.html_url;
}

/** The newest commit of the default branch. */
export async function newestCommit(repository: string): Promise<string> {
  const response = await fetch(
    `http://${host()}/api/v3/repos/kestrel-parcels/${repository}/commits/main`,
    { headers: { authorization: `Bearer ${account.token}` } },
  );
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.sha;
}
