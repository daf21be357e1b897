import {
  BEGIN,
  dana,
  FILE,
  givenRepository,
  rollBack,
  values,
} from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';

type Given = Awaited<ReturnType<typeof givenRepository>>;

const sam = {
  name: 'Sam Lindqvist',
  email: 'sam.lindqvist@kestrel-parcels.example',
};

describe('the history of a file', () => {
  let given: Given;
  beforeEach(async () => {
    given = await givenRepository();
  });
  afterEach(() => given.stop());

  const history = async (
    path = FILE,
    repository: ReturnType<Given['open']> = given.open(),
  ) => {
    const { commit } = await repository.head({ maxAge: 0 });
    return repository.history(commit, path);
  };
  const textsOf = (revisions: Array<{ text?: string }>) =>
    revisions.map(({ text }) => text);

  it('has its revisions, the newest first, with who made them and when', async () => {
    const first = await given.deploy('1.0.0', { author: sam });
    const second = await given.deploy('1.1.0');
    expect(await history()).toEqual([
      {
        hash: second,
        at: BEGIN + 120_000,
        author: dana,
        subject: 'quotes 1.1.0 in production',
        trailers: {},
        text: values('1.1.0'),
      },
      {
        hash: first,
        at: BEGIN + 60_000,
        author: sam,
        subject: 'quotes 1.0.0 in production',
        trailers: {},
        text: values('1.0.0'),
      },
    ]);
  });

  it('has nothing of other files', async () => {
    await given.deploy('1.0.0');
    await given.deploy('7.0.0', { path: 'other/production/values.yaml' });
    expect(await history()).toHaveLength(1);
    expect(await history('no/such.yaml')).toEqual([]);
  });

  it.each([
    'a folder/with spaces.yaml',
    'größe/überall.yaml',
    '配置/値.yaml',
    'odd/[a-z]*?.yaml',
    ':(top)odd.yaml',
    '-n.yaml',
    'quo"te\'s\\.yaml',
  ])('is found at a path as odd as %s', async path => {
    const commit = await given.deploy('1.0.0', { path });
    const repository = given.open();
    expect(textsOf(await history(path, repository))).toEqual([values('1.0.0')]);
    expect(await repository.read(commit, path)).toBe(values('1.0.0'));
  });

  it('has the trailers of each commit, and the number of its pull request', async () => {
    await given.deploy('1.0.0', {
      message:
        'quotes 1.0.0 in production (#412)\n\nBig one.\n\nDatabase-Migration: drops column\n price\nReviewed-by: Sam\nreviewed-By: Ines\n',
    });
    expect(await history()).toMatchObject([
      {
        pullRequest: 412,
        trailers: {
          'database-migration': 'drops column price',
          'reviewed-by': 'Ines',
        },
      },
    ]);
  });

  it('has a revision without text where the file was taken away', async () => {
    await given.deploy('1.0.0');
    const repository = given.open();
    const { commit } = await repository.head();
    await givenTakenAway(commit);
    expect(textsOf(await history(FILE, repository))).toEqual([
      undefined,
      values('1.0.0'),
    ]);
  });

  async function givenTakenAway(commit: string) {
    const tree = plainGit(
      given.remote,
      'hash-object',
      '-t',
      'tree',
      '-w',
      '/dev/null',
    );
    const next = plainGit(
      given.remote,
      'commit-tree',
      tree,
      '-p',
      commit,
      '-m',
      'Clean up',
    );
    plainGit(given.remote, 'update-ref', 'refs/heads/main', next);
  }

  it('grows by new commits', async () => {
    await given.deploy('1.0.0');
    const repository = given.open();
    const [oldest] = await history(FILE, repository);
    await given.deploy('1.1.0');
    const grown = await history(FILE, repository);
    expect(textsOf(grown)).toEqual([values('1.1.0'), values('1.0.0')]);
    expect(grown[1]).toBe(oldest);
  });

  it('is answered from memory while nothing was committed, also when nobody answers', async () => {
    const commit = await given.deploy('1.0.0');
    const repository = given.open();
    const revisions = await history(FILE, repository);
    given.server.fault({ fault: 'down' });
    expect(await repository.history(commit, FILE)).toBe(revisions);
  });

  it('cannot be told where contents are not there yet and nobody answers', async () => {
    const commit = await given.deploy('1.0.0');
    const repository = given.open();
    await repository.head();
    given.server.fault({ fault: 'down' });
    await expect(repository.history(commit, FILE)).rejects.toMatchObject({
      name: 'RepositoryError',
    });
    given.server.fault({ fault: 'none' });
    expect(await repository.history(commit, FILE)).toHaveLength(1);
  });

  it('keeps line ends and the mark of a byte order as they are', async () => {
    const repository = given.open();
    await given.deploy('1.0.0');
    const { commit: base } = await repository.head();
    const text = '\uFEFFimage:\r\n  tag: 1.0.0\r\n';
    const commit = await repository.commit({
      ...rollBack(base, '1.0.0'),
      files: [{ path: FILE, text }],
    });
    await repository.push(commit);
    expect((await history())[0].text).toBe(text);
  });

  it('has an empty text where a revision was no text, and does not read one that is far too large', async () => {
    await given.deploy('1.0.0');
    await given.deploy('1.0.0', { message: 'next', path: 'large.yaml' });
    const repository = given.open();
    const { commit: base } = await repository.head();
    const large = 'a'.repeat(5 * 1024 * 1024);
    const commit = await repository.commit({
      ...rollBack(base, 'large'),
      files: [{ path: FILE, text: large }],
    });
    await repository.push(commit);
    expect((await history())[0].text).toBe('');
    await expect(given.open().read(commit, FILE)).rejects.toThrow(
      `${FILE} in the repository deployments is no text file in UTF-8, or too large`,
    );
  });

  it('is found by the id of an operation', async () => {
    await given.deploy('1.0.0');
    const hash = await given.deploy('1.1.0', {
      message: 'Roll back quotes\n\nSphera-Operation: one-two',
    });
    const head = await given.deploy('1.2.0', {
      message: 'About Sphera-Operation: three\n\nof words, no trailer',
    });
    const repository = given.open();
    await repository.head();
    const find = (id: string, since = BEGIN) =>
      repository.findOperation(head, id, since);
    expect(await find('one-two')).toMatchObject({ hash, author: dana });
    expect(await find('one')).toBeUndefined();
    expect(await find('three')).toBeUndefined();
    expect(await find('one-two', BEGIN + 3 * 86_400_000)).toBeUndefined();
  });
});
