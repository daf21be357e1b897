import {
  clone,
  folder,
  READER,
  REPOSITORY,
  somebody,
  startServer,
  TOKEN,
  urlWith,
} from './__testUtils__/gitClient';
import { commitTo } from './commitTo';
import { runGit } from './runGit';
import type { RunningGitServer } from './startGitServer';

jest.setTimeout(120_000);

const at = Date.parse('2026-11-20T09:00:00Z');

const fill = (server: RunningGitServer, files: Record<string, string | null>) =>
  commitTo(server.folderOf(REPOSITORY), {
    files,
    message: 'quotes 4.12.1\n\nSphera-Operation: 17',
    author: somebody,
    at,
  });

/** A server whose repository has one commit. */
async function startFilled(protectedBranches?: string[]) {
  const server = await startServer(protectedBranches);
  await fill(server, { 'quotes.yaml': 'tag: 4.12.1\n' });
  return server;
}

const onTheBranch = (server: RunningGitServer, path: string) =>
  runGit(server.folderOf(REPOSITORY), ['show', `main:${path}`]);

describe('the git server', () => {
  it('is cloned from and pushed to by git, which says so to who listens', async () => {
    const server = await startFilled();
    const heard: string[] = [];
    server.repositories.onPush((name, branch) =>
      heard.push(`${name} ${branch}`),
    );
    const here = await clone(server);
    await here.commit('quotes.yaml', 'tag: 4.11.7\n');
    await here.git('push', '--quiet');
    expect(await onTheBranch(server, 'quotes.yaml')).toBe('tag: 4.11.7\n');
    await here.git(
      'push',
      '--quiet',
      'origin',
      'HEAD:refs/heads/sphera/rollback-1',
    );
    await here.git('push', '--quiet', 'origin', ':sphera/rollback-1');
    expect(heard).toEqual([
      `${REPOSITORY} main`,
      `${REPOSITORY} sphera/rollback-1`,
      `${REPOSITORY} sphera/rollback-1`,
    ]);
  });

  it('takes more than fits into one request, and gives it back', async () => {
    const server = await startFilled();
    const here = await clone(server);
    const large = Array.from(
      { length: 60_000 },
      (_, line) => `${line}: ${line * 7919}`,
    );
    await here.commit('large.yaml', large.join('\n'));
    await here.git('-c', 'http.postBuffer=65536', 'push', '--quiet');
    const again = await clone(server);
    expect(await again.git('show', 'HEAD:large.yaml')).toBe(large.join('\n'));
  });

  it('answers without .git at the end, as GitHub does', async () => {
    const server = await startFilled();
    const url = urlWith(server).replace(/\.git$/, '');
    expect(await runGit(await folder(), ['ls-remote', '--heads', url])).toMatch(
      /\trefs\/heads\/main\n$/,
    );
  });

  it('gives a clone without the contents of files, and each of them when it is asked for', async () => {
    const server = await startFilled();
    const place = await folder();
    await runGit(place, [
      'clone',
      '--quiet',
      '--bare',
      '--filter=blob:none',
      urlWith(server),
      '.',
    ]);
    const missing = () =>
      runGit(place, ['rev-list', '--objects', '--all', '--missing=print']);
    expect(await missing()).toContain('?');
    expect(await runGit(place, ['show', 'main:quotes.yaml'])).toBe(
      'tag: 4.12.1\n',
    );
    expect(await missing()).not.toContain('?');
  });

  it('lets nobody in without a token, nor with a wrong one', async () => {
    const server = await startFilled();
    const place = await folder();
    await expect(
      runGit(place, ['ls-remote', server.urlOf(REPOSITORY)]),
    ).rejects.toThrow(/could not read Username|Authentication failed/);
    await expect(
      runGit(place, ['ls-remote', urlWith(server, 'wrong')]),
    ).rejects.toThrow('Authentication failed');
    const { status } = await fetch(
      `${server.urlOf(REPOSITORY)}/info/refs?service=git-upload-pack`,
    );
    expect(status).toBe(401);
  });

  it('lets a token that may only read clone, and not push', async () => {
    const server = await startFilled();
    const here = await clone(server, READER);
    await here.commit('quotes.yaml', 'tag: 4.11.7\n');
    await expect(here.git('push')).rejects.toThrow(
      `Permission to ${REPOSITORY}.git denied to reader.`,
    );
  });

  it('refuses a push to a protected branch in the words of GitHub, and takes another branch', async () => {
    const server = await startFilled(['main']);
    const here = await clone(server);
    await here.commit('quotes.yaml', 'tag: 4.11.7\n');
    await expect(here.git('push')).rejects.toThrow(
      'GH006: Protected branch update failed for refs/heads/main.',
    );
    await here.git(
      'push',
      '--quiet',
      'origin',
      'HEAD:refs/heads/sphera/rollback-1',
    );
    expect(await onTheBranch(server, 'quotes.yaml')).toBe('tag: 4.12.1\n');
  });

  it('turns a push away that the branch has moved ahead of', async () => {
    const server = await startFilled();
    const here = await clone(server);
    await here.commit('quotes.yaml', 'tag: 4.11.7\n');
    await fill(server, { 'bookings.yaml': 'tag: 7.3.2\n' });
    await expect(here.git('push')).rejects.toThrow('[rejected]');
  });

  it('has commits as they were told: author, moment, message, files that go', async () => {
    const server = await startFilled();
    const hash = await fill(server, {
      'quotes.yaml': null,
      'odd näme "1".yaml': 'x',
    });
    const here = await clone(server);
    expect(
      await here.git(
        '-c',
        'core.quotePath=false',
        'show',
        '--name-status',
        '--format=%H %an %ae %cI%n%B',
        'HEAD',
      ),
    ).toBe(
      [
        `${hash} Mei Lin mei.lin@kestrel.example 2026-11-20T09:00:00+00:00`,
        'quotes 4.12.1',
        '',
        'Sphera-Operation: 17',
        '',
        'A\t"odd näme \\"1\\".yaml"',
        'D\tquotes.yaml',
        '',
      ].join('\n'),
    );
  });

  it('gives the same hash for the same commit', async () => {
    const [one, other] = [await startFilled(), await startFilled()];
    expect(await fill(one, { a: '1' })).toBe(await fill(other, { a: '1' }));
  });

  it('lets no other repository be asked for', async () => {
    const server = await startFilled();
    for (const path of [
      'kestrel-parcels/other',
      'kestrel-parcels/..',
      `${REPOSITORY}.git/config`,
    ]) {
      const { status } = await fetch(
        `${server.url}/${path}/info/refs?service=git-upload-pack`,
        {
          headers: {
            authorization: `Basic ${Buffer.from(`x:${TOKEN}`).toString(
              'base64',
            )}`,
          },
        },
      );
      expect(status).toBe(404);
    }
  });
});
