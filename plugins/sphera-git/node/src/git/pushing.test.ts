import {
  givenRepository,
  READER,
  rollBack,
} from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';

type Given = Awaited<ReturnType<typeof givenRepository>>;

describe('a push', () => {
  let given: Given;
  let base: string;
  beforeEach(async () => {
    given = await givenRepository();
    await given.deploy('4.11.7');
    base = await given.deploy('4.12.1');
  });
  afterEach(() => given.stop());

  const main = () => plainGit(given.remote, 'rev-parse', 'main');
  const committed = async (more: Parameters<Given['open']>[0] = {}) => {
    const repository = given.open(more);
    await repository.head();
    const commit = await repository.commit(rollBack(base, '4.11.7'));
    return { repository, commit, push: () => repository.push(commit) };
  };

  it('brings a commit to the branch', async () => {
    const { repository, commit, push } = await committed();
    expect(await push()).toBe('pushed');
    expect(main()).toBe(commit);
    expect(await repository.head({ maxAge: 60_000 })).toMatchObject({ commit });
  });

  it('is done already where the commit is there', async () => {
    const { commit, push } = await committed();
    await push();
    expect(await push()).toBe('pushed');
    expect(main()).toBe(commit);
  });

  it('changes nothing where somebody was faster', async () => {
    const { repository, push } = await committed();
    const theirs = await given.deploy('4.12.2');
    expect(await push()).toBe('raced');
    expect(main()).toBe(theirs);
    await repository.head({ maxAge: 0 });
    const next = await repository.commit(rollBack(theirs, '4.11.7'));
    expect(await repository.push(next)).toBe('pushed');
    expect(main()).toBe(next);
  });

  it('changes nothing where its commit is there and others came after it', async () => {
    const { repository, commit, push } = await committed();
    await push();
    const theirs = await given.deploy('4.12.2');
    expect(await push()).toBe('raced');
    expect(main()).toBe(theirs);
    const head = await repository.head({ maxAge: 0 });
    expect(await repository.contains(head.commit, commit)).toBe(true);
  });

  it('is won by one of several portals that push at once', async () => {
    const portals = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const repository = given.open({ folder: given.newFolder() });
        await repository.head();
        const commit = await repository.commit(rollBack(base, `4.11.${index}`));
        return { repository, commit };
      }),
    );
    const outcomes = await Promise.all(
      portals.map(({ repository, commit }) => repository.push(commit)),
    );
    expect([...outcomes].sort()).toEqual(['pushed', 'raced', 'raced', 'raced']);
    expect(main()).toBe(portals[outcomes.indexOf('pushed')].commit);
  });

  it('goes to another branch, which can be deleted, twice', async () => {
    const { repository, commit } = await committed();
    const branch = 'sphera/rollback-1';
    expect(await repository.push(commit, { branch })).toBe('pushed');
    expect(plainGit(given.remote, 'rev-parse', branch)).toBe(commit);
    expect(await repository.head({ maxAge: 60_000 })).toMatchObject({
      commit: base,
    });
    await repository.deleteBranch(branch);
    await repository.deleteBranch(branch);
    expect(plainGit(given.remote, 'branch', '--list', branch)).toBe('');
  });

  it('is refused by a protected branch', async () => {
    given.server.repositories
      .get('kestrel-parcels/deployments')!
      .protectedBranches.push('main');
    const { push } = await committed();
    await expect(push()).rejects.toMatchObject({
      name: 'PushRefusedError',
      refusal: 'protected',
      message: expect.stringMatching(
        /^The branch main of deployments is protected: .*Changes must be made through a pull request/,
      ),
    });
    expect(main()).toBe(base);
  });

  it('is refused by a hook, in its words', async () => {
    given.server.fault({ fault: 'hook' });
    const { push } = await committed();
    await expect(push()).rejects.toMatchObject({
      refusal: 'hook',
      message: expect.stringMatching(
        /^The repository deployments refused the push: Deployments are closed while the audit/,
      ),
    });
  });

  it('is denied to who may only read', async () => {
    const { push } = await committed({
      credentials: { username: 'reader', password: READER },
    });
    await expect(push()).rejects.toMatchObject({
      refusal: 'denied',
      message: expect.stringMatching(
        /^The portal may not push to the repository deployments: /,
      ),
    });
  });

  it('is denied with a password that has become wrong', async () => {
    const { commit } = await committed();
    const repository = given.open({
      credentials: { username: 'portal', password: 'an-old-one' },
    });
    await expect(repository.push(commit)).rejects.toMatchObject({
      refusal: 'denied',
    });
  });

  it.each([
    ['cut-before', false],
    ['cut-after', true],
  ] as const)(
    'that is cut (%s) may have arrived or not, and can be made again',
    async (fault, arrived) => {
      const { repository, commit, push } = await committed();
      given.server.fault({ fault, times: 1 });
      await expect(push()).rejects.toMatchObject({ name: 'RepositoryError' });
      const head = await repository.head({ maxAge: 0 });
      expect(head.commit).toBe(arrived ? commit : base);
      const found = await repository.findOperation(head.commit, 'op-4.11.7', 0);
      expect(found?.hash).toBe(arrived ? commit : undefined);
      expect(await push()).toBe('pushed');
      expect(main()).toBe(commit);
    },
  );

  it('of a commit that the clone does not have says so', async () => {
    const { commit } = await committed();
    const another = given.open({ folder: given.newFolder() });
    await another.head();
    await expect(another.push(commit)).rejects.toThrow(
      `has no commit ${commit}: it has to be written again`,
    );
    expect(await another.commit(rollBack(base, '4.11.7'))).toBe(commit);
    expect(await another.push(commit)).toBe('pushed');
  });

  it('to nobody who answers is an error that passes', async () => {
    const { push } = await committed();
    given.server.fault({ fault: 'down' });
    await expect(push()).rejects.toMatchObject({
      name: 'RepositoryError',
      message: expect.stringMatching(
        /^The repository deployments does not answer: /,
      ),
    });
    given.server.fault({ fault: 'none' });
    expect(await push()).toBe('pushed');
  });

  it('to who has gone silent is given up', async () => {
    const { commit } = await committed();
    const repository = given.open({ quietLimit: 300 });
    given.server.fault({ fault: 'slow' });
    await expect(repository.push(commit)).rejects.toThrow(
      'it said nothing for too long',
    );
  });
});
