import {
  dana,
  FILE,
  givenRepository,
  values,
} from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';

type Given = Awaited<ReturnType<typeof givenRepository>>;

const sam = {
  name: 'Sam Lindqvist',
  email: 'sam.lindqvist@kestrel-parcels.example',
};

describe('the history of a file that came by merges', () => {
  let given: Given;
  beforeEach(async () => {
    given = await givenRepository();
  });
  afterEach(() => given.stop());

  const history = async (
    repository: ReturnType<Given['open']> = given.open(),
  ) => {
    const { commit } = await repository.head({ maxAge: 0 });
    return repository.history(commit, FILE);
  };

  /** Merges a branch into main as a pull request is. */
  async function merge(branch: string, message: string) {
    const { remote } = given;
    const tree = plainGit(remote, 'merge-tree', '--write-tree', 'main', branch);
    const commit = plainGit(
      remote,
      'commit-tree',
      tree,
      '-p',
      'main',
      '-p',
      branch,
      '-m',
      message,
    );
    plainGit(remote, 'update-ref', 'refs/heads/main', commit);
    return commit;
  }
  const branch = (name: string) =>
    plainGit(given.remote, 'branch', name, 'main');

  it('has a pull request once, with whoever changed the file and what they said', async () => {
    await given.deploy('1.0.0');
    branch('next');
    await given.deploy('1.1.0', {
      branch: 'next',
      message: 'quotes 1.1.0\n\nDatabase-Migration: drops column price',
    });
    await given.deploy('2.0.0', { path: 'other/values.yaml' });
    const merged = await merge('next', 'Merge pull request #7 from next');
    expect(await history()).toMatchObject([
      {
        hash: merged,
        author: dana,
        subject: 'quotes 1.1.0',
        pullRequest: 7,
        trailers: { 'database-migration': 'drops column price' },
        text: values('1.1.0'),
      },
      { subject: 'quotes 1.0.0 in production' },
    ]);
  });

  it('has it once also where it had several commits, and the last was about something else', async () => {
    await given.deploy('1.0.0');
    branch('next');
    await given.deploy('1.1.0', { branch: 'next', author: sam });
    await given.deploy('1.2.0', { branch: 'next' });
    await given.deploy('3.0.0', { branch: 'next', path: 'a.yaml' });
    const merged = await merge('next', 'Merge pull request #8 from next');
    expect(await history()).toMatchObject([
      { hash: merged, author: dana, text: values('1.2.0'), pullRequest: 8 },
      { text: values('1.0.0') },
    ]);
  });

  it('is read anew where main was merged into another branch that became main', async () => {
    await given.deploy('1.0.0');
    const repository = given.open();
    branch('next');
    await given.deploy('1.1.0');
    await history(repository);
    await given.deploy('3.0.0', { branch: 'next', path: 'a.yaml' });
    const { remote } = given;
    const tree = plainGit(remote, 'merge-tree', '--write-tree', 'next', 'main');
    const foxtrot = plainGit(
      remote,
      'commit-tree',
      tree,
      '-p',
      'next',
      '-p',
      'main',
      '-m',
      'Merge main into next',
    );
    plainGit(remote, 'update-ref', 'refs/heads/main', foxtrot);
    expect(await history(repository)).toEqual(await history());
    expect(await history()).toMatchObject([
      { hash: foxtrot, subject: 'quotes 1.1.0 in production' },
      { text: values('1.0.0') },
    ]);
  });
});
