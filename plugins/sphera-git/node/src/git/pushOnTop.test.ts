import { systemClock } from '@sphera/plugin-operations-node';
import {
  givenRepository,
  identity,
  values,
} from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';
import { pushOnTop } from './pushOnTop';

type Given = Awaited<ReturnType<typeof givenRepository>>;
type Repository = ReturnType<Given['open']>;

describe('what is pushed on top of a branch', () => {
  let given: Given;
  beforeEach(async () => {
    given = await givenRepository();
    await given.deploy('4.12.1');
  });
  afterEach(() => given.stop());

  const subjects = () =>
    plainGit(given.remote, 'log', '--format=%s', 'main').split('\n');

  /** Writes a file of its own; the hash that is on the branch then. */
  const add = (repository: Repository, name: string) =>
    pushOnTop(repository, systemClock, async base => ({
      push: await repository.commit({
        base,
        files: [{ path: `${name}.yaml`, text: values('1.0.0') }],
        message: `Add ${name}`,
        author: identity,
        at: Date.now(),
      }),
    }));

  it('arrives, however many push in the same moment from wherever', async () => {
    const here = given.open();
    const elsewhere = given.open({ folder: given.newFolder() });
    const hashes = await Promise.all([
      add(here, 'one'),
      add(here, 'two'),
      add(elsewhere, 'three'),
      add(elsewhere, 'four'),
    ]);
    expect(subjects().slice(0, 4).sort()).toEqual([
      'Add four',
      'Add one',
      'Add three',
      'Add two',
    ]);
    expect(new Set(hashes).size).toBe(4);
    const log = plainGit(given.remote, 'log', '--format=%H', 'main').split(
      '\n',
    );
    expect(log).toEqual(expect.arrayContaining(hashes as string[]));
  });

  it('is nothing where it is there already', async () => {
    const before = subjects();
    const repository = given.open();
    const { commit } = await repository.head();
    const found = pushOnTop(repository, systemClock, async () => ({
      there: commit,
    }));
    expect(await found).toBe(commit);
    expect(subjects()).toEqual(before);
  });

  it('says why where the repository does not answer', async () => {
    const repository = given.open();
    await repository.head();
    await given.server.stop();
    await expect(add(repository, 'one')).rejects.toMatchObject({
      name: 'RepositoryError',
    });
  });
});
