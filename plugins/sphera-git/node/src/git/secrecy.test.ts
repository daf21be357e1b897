import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { givenRepository, rollBack, TOKEN } from '../testUtils/givenRepository';

type Given = Awaited<ReturnType<typeof givenRepository>>;

describe('the password of a repository', () => {
  let given: Given;
  beforeEach(async () => {
    given = await givenRepository();
    await given.deploy('4.12.1');
  });
  afterEach(() => given.stop());

  const notations = [
    TOKEN,
    Buffer.from(TOKEN).toString('base64'),
    Buffer.from(`x-access-token:${TOKEN}`).toString('base64'),
  ];
  const expectNothingIn = (text: string) => {
    for (const notation of notations) expect(text).not.toContain(notation);
  };
  const filesIn = (folder: string): string[] =>
    readdirSync(folder).flatMap(name => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });

  it('is in no file', async () => {
    const repository = given.open();
    const { commit } = await repository.head();
    await repository.push(await repository.commit(rollBack(commit, '4.11.7')));
    const files = filesIn(given.clones);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expectNothingIn(readFileSync(file, 'latin1'));
  });

  it('is in no argument that git is run with, nor are settings of the machine followed', async () => {
    const folder = given.newFolder();
    const seen = join(folder, 'seen');
    const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    mkdirSync(join(folder, 'bin'));
    writeFileSync(
      join(folder, 'bin/git'),
      `#!/bin/sh\necho "$@" >> '${seen}'\necho "author=$GIT_AUTHOR_NAME global=$GIT_CONFIG_GLOBAL dir=$GIT_DIR" >> '${seen}'\nexec ${git} "$@"\n`,
      { mode: 0o755 },
    );
    const before = { ...process.env };
    process.env.PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
    process.env.GIT_DIR = '/nowhere';
    process.env.GIT_AUTHOR_NAME = 'Somebody Else';
    try {
      const repository = given.open();
      const { commit } = await repository.head();
      const next = await repository.commit(rollBack(commit, '4.11.7'));
      await repository.push(next);
    } finally {
      process.env = before;
    }
    const arguments_ = readFileSync(seen, 'utf8');
    expect(arguments_).toContain('push');
    expect(arguments_).toContain('global=/dev/null dir=\n');
    expect(arguments_).not.toContain('Somebody Else');
    expectNothingIn(arguments_);
  });

  it.each(['down', 'denied', 'cut-before', 'cut-after', 'hook'] as const)(
    'is in no sentence when the server is at fault: %s',
    async fault => {
      const repository = given.open();
      const { commit } = await repository.head();
      const next = await repository.commit(rollBack(commit, '4.11.7'));
      given.server.fault({ fault });
      const error = await repository.push(next).catch(caught => caught);
      expect(error).toBeInstanceOf(Error);
      expectNothingIn(JSON.stringify([error.message, error.stack, error]));
    },
  );

  it('is in no sentence where it stands in the address', async () => {
    const url = given.server
      .urlOf('nothing/here')
      .replace('//', `//portal:${TOKEN}@`);
    const repository = given.open({ url, credentials: undefined });
    const error = await repository.head().catch(caught => caught);
    expect(error.message).toMatch(/^The repository deployments /);
    expectNothingIn(error.message);
  });
});
