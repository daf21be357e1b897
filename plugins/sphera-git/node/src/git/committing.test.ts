import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FILE,
  givenRepository,
  identity,
  rollBack,
  values,
} from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';

type Given = Awaited<ReturnType<typeof givenRepository>>;

describe('a commit', () => {
  let given: Given;
  let base: string;
  beforeEach(async () => {
    given = await givenRepository();
    await given.deploy('4.11.7');
    await given.deploy('1.0.0', { path: 'other/values.yaml' });
    base = await given.deploy('4.12.1');
  });
  afterEach(() => given.stop());

  const opened = async (more: Parameters<Given['open']>[0] = {}) => {
    const repository = given.open(more);
    await repository.head();
    return repository;
  };
  const pushed = async (more?: Parameters<Given['open']>[0]) => {
    const repository = await opened(more);
    const commit = await repository.commit(rollBack(base, '4.11.7'));
    await repository.push(commit);
    return commit;
  };

  it('changes its files and nothing else', async () => {
    const commit = await pushed();
    const changed = plainGit(given.remote, 'diff', '--stat=200', base, commit);
    expect(changed).toMatch(
      /1 file changed, 1 insertion\(\+\), 1 deletion\(-\)/,
    );
    expect(plainGit(given.remote, 'show', `${commit}:${FILE}`)).toBe(
      values('4.11.7').trim(),
    );
    expect(plainGit(given.remote, 'fsck', '--strict')).toBe('');
  });

  it('takes away a file that has no text any more, and leaves the others', async () => {
    const repository = await opened();
    const commit = await repository.commit({
      ...rollBack(base, '4.11.7'),
      files: [{ path: FILE }, { path: 'new/values.yaml', text: values('1') }],
    });
    await repository.push(commit);
    const paths = plainGit(
      given.remote,
      'ls-tree',
      '-r',
      '--name-only',
      commit,
    );
    expect(paths.split('\n')).toEqual(['new/values.yaml', 'other/values.yaml']);
  });

  it('is by the portal, at the moment that was asked for, with the whole message', async () => {
    const commit = await pushed();
    const format = '--format=%an <%ae>%n%cn <%ce>%n%at %ct%n%P%n%B';
    const request = rollBack(base, '4.11.7');
    expect(plainGit(given.remote, 'log', '-1', format, commit)).toBe(
      [
        `${identity.name} <${identity.email}>`,
        `${identity.name} <${identity.email}>`,
        `${request.at / 1_000} ${request.at / 1_000}`,
        base,
        request.message,
      ].join('\n'),
    );
  });

  it('has the same hash whoever writes it, however often', async () => {
    const one = await opened();
    const another = await opened({ folder: given.newFolder() });
    const request = rollBack(base, '4.11.7');
    const hash = await one.commit(request);
    expect(await one.commit(request)).toBe(hash);
    expect(await another.commit({ ...request, at: request.at + 999 })).toBe(
      hash,
    );
    expect(
      await another.commit({ ...request, at: request.at + 1_000 }),
    ).not.toBe(hash);
  });

  it('is not seen by anybody before it is pushed', async () => {
    const repository = await opened();
    await repository.commit(rollBack(base, '4.11.7'));
    expect(await repository.head({ maxAge: 0 })).toMatchObject({
      commit: base,
    });
    expect(plainGit(given.remote, 'rev-parse', 'main')).toBe(base);
  });

  it('leaves a file that may be run one that may be run', async () => {
    const tree = plainGit(given.remote, 'ls-tree', '-r', base);
    const blob = / blob (\w+)\tother/.exec(tree)![1];
    const executable = plainGitMode(blob);
    const repository = await opened();
    await repository.head({ maxAge: 0 });
    const commit = await repository.commit({
      ...rollBack(executable, '4.11.7'),
      files: [
        { path: 'run me.sh', text: 'tag: 1' },
        { path: 'new.yaml', text: 'tag: 1' },
      ],
    });
    await repository.push(commit);
    const files = plainGit(given.remote, 'ls-tree', '-r', commit);
    expect(files).toMatch(/^100755 blob \w+\trun me\.sh$/m);
    expect(files).toMatch(/^100644 blob \w+\tnew\.yaml$/m);
  });

  function plainGitMode(blob: string) {
    const index = { GIT_INDEX_FILE: join(given.newFolder(), 'index') };
    const run = (...args: string[]) =>
      execFileSync('git', args, {
        cwd: given.remote,
        encoding: 'utf8',
        env: { ...process.env, ...index },
      });
    run('read-tree', base);
    run('update-index', '--add', '--cacheinfo', `100755,${blob},run me.sh`);
    const tree = run('write-tree').trim();
    const commit = plainGit(
      given.remote,
      'commit-tree',
      tree,
      '-p',
      base,
      '-m',
      'x',
    );
    plainGit(given.remote, 'update-ref', 'refs/heads/main', commit);
    return commit;
  }

  it('changes several files at odd paths, and in folders that are new', async () => {
    const repository = await opened();
    const files = ['größe/a b.yaml', 'new/folder/"x".yaml', FILE].map(
      (path, index) => ({ path, text: `tag: ${index}\n` }),
    );
    const commit = await repository.commit({ ...rollBack(base, 'odd'), files });
    await repository.push(commit);
    const texts = files.map(({ path }) => repository.read(commit, path));
    expect(await Promise.all(texts)).toEqual(files.map(({ text }) => text));
  });

  it('does not need the contents of any file', async () => {
    const repository = await opened();
    given.server.fault({ fault: 'down' });
    expect(await repository.commit(rollBack(base, '4.11.7'))).toMatch(
      /^[0-9a-f]{40}$/,
    );
  });

  it('is refused on a base that nobody has', async () => {
    const repository = await opened();
    const nothing = '3'.repeat(40);
    await expect(
      repository.commit(rollBack(nothing, '4.11.7')),
    ).rejects.toThrow(`The repository deployments has no commit ${nothing}`);
  });

  it('is signed where there is a key', async () => {
    const folder = given.newFolder();
    const key = join(folder, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    chmodSync(key, 0o600);
    const signing = { format: 'ssh' as const, key };
    const commit = await pushed({ signing });
    const signers = join(folder, 'signers');
    const publicKey = readFileSync(`${key}.pub`, 'utf8');
    writeFileSync(signers, `${identity.email} ${publicKey}`);
    const verify = ['-c', `gpg.ssh.allowedSignersFile=${signers}`];
    const status = plainGit(
      given.remote,
      ...verify,
      'log',
      '-1',
      '--format=%G? %GS',
      commit,
    );
    expect(status).toBe(`G ${identity.email}`);
    const another = await opened({ signing, folder: given.newFolder() });
    expect(await another.commit(rollBack(base, '4.11.7'))).toBe(commit);
  });

  it('is refused, in words, where the key cannot be used', async () => {
    const key = join(given.newFolder(), 'no-such-key');
    const repository = await opened({ signing: { format: 'ssh', key } });
    await expect(
      repository.commit(rollBack(base, '4.11.7')),
    ).rejects.toMatchObject({
      name: 'RepositoryError',
      message: expect.stringMatching(
        /^A commit to the repository deployments cannot be signed, the key in sphera\.rollback\.signing has to be there and to be usable: .*no-such-key/,
      ),
    });
  });
});
