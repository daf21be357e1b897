import { FILE, givenRepository, rollBack } from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';

type Given = Awaited<ReturnType<typeof givenRepository>>;

describe('what a commit of another branch changes', () => {
  let given: Given;
  let base: string;
  beforeEach(async () => {
    given = await givenRepository();
    await given.deploy('4.11.7');
    base = await given.deploy('4.12.1');
  });
  afterEach(() => given.stop());

  /** A branch with a rollback, and the repository of a portal that has not seen it. */
  const branch = async () => {
    const writer = given.open();
    await writer.head();
    const commit = await writer.commit(rollBack(base, '4.11.7'));
    await writer.push(commit, { branch: 'other' });
    return { commit, repository: given.open({ folder: given.newFolder() }) };
  };

  it('is told of one that only the remote has', async () => {
    const { commit, repository } = await branch();
    const head = await repository.head();
    expect(await repository.changesSince(head.commit, commit)).toEqual({
      base,
      paths: [FILE],
    });
  });

  it('leaves out what came to the main branch since', async () => {
    const { commit, repository } = await branch();
    await given.deploy('6.3.0', { path: 'dispatch/production/values.yaml' });
    const head = await repository.head();
    expect(await repository.changesSince(head.commit, commit)).toEqual({
      base,
      paths: [FILE],
    });
  });

  it('has what somebody added, names in any letters', async () => {
    const { repository } = await branch();
    const path = 'naïve "files"/🚒.yaml';
    await given.deploy('1.0.0', { path, branch: 'other' });
    const added = plainGit(given.remote, 'rev-parse', 'other');
    const head = await repository.head();
    const { paths } = await repository.changesSince(head.commit, added);
    expect(paths.sort()).toEqual([path, FILE].sort());
  });

  it('is refused of a commit that nobody has', async () => {
    const { repository } = await branch();
    const head = await repository.head();
    await expect(
      repository.changesSince(head.commit, 'a'.repeat(40)),
    ).rejects.toMatchObject({ name: 'RepositoryError' });
  });
});
