import {
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FILE, givenRepository, values } from '../testUtils/givenRepository';
import { plainGit } from './__testUtils__/plainGit';

type Given = Awaited<ReturnType<typeof givenRepository>>;

describe('a repository', () => {
  let given: Given;
  beforeEach(async () => {
    given = await givenRepository();
  });
  afterEach(() => given.stop());

  const cloneIn = (folder: string) =>
    join(folder, readdirSync(folder).find(name => name.endsWith('.git'))!);

  it('is read at its newest commit', async () => {
    await given.deploy('1.0.0');
    const newest = await given.deploy('1.1.0');
    const repository = given.open();
    const head = await repository.head();
    expect(head.commit).toBe(newest);
    expect(head.stale).toBeUndefined();
    expect(await repository.read(newest, FILE)).toBe(values('1.1.0'));
  });

  it('has no text where it has no file, or a folder', async () => {
    const commit = await given.deploy('1.0.0');
    const repository = given.open();
    await repository.head();
    expect(await repository.read(commit, 'no/such.yaml')).toBeUndefined();
    expect(await repository.read(commit, 'quotes')).toBeUndefined();
  });

  it('is asked again only once what is known is too old', async () => {
    const first = await given.deploy('1.0.0');
    const repository = given.open();
    await repository.head();
    const second = await given.deploy('1.1.0');
    expect((await repository.head({ maxAge: 60_000 })).commit).toBe(first);
    expect((await repository.head({ maxAge: 0 })).commit).toBe(second);
  });

  it('is asked once by many who come at the same time', async () => {
    await given.deploy('1.0.0');
    const repository = given.open();
    const heads = await Promise.all(
      Array.from({ length: 8 }, () => repository.head({ maxAge: 0 })),
    );
    expect(new Set(heads).size).toBe(1);
  });

  it('is cloned without the contents of its files', async () => {
    await given.deploy('1.0.0');
    await given.open().head();
    const clone = cloneIn(given.clones);
    expect(
      plainGit(clone, 'cat-file', '--batch-all-objects', '--batch-check'),
    ).not.toContain(' blob ');
  });

  it('is read as it was when it does not answer, and says why', async () => {
    const commit = await given.deploy('1.0.0');
    const repository = given.open();
    await repository.head();
    given.server.fault({ fault: 'down' });
    const head = await repository.head({ maxAge: 0 });
    expect(head).toMatchObject({
      commit,
      stale: expect.stringMatching(
        /^The repository deployments does not answer: /,
      ),
    });
    given.server.fault({ fault: 'none' });
    expect((await repository.head({ maxAge: 0 })).stale).toBeUndefined();
  });

  it('is not asked by everybody who comes while it does not answer', async () => {
    await given.deploy('1.0.0');
    const repository = given.open();
    await repository.head();
    given.server.fault({ fault: 'down' });
    const head = await repository.head({ maxAge: 0 });
    given.server.fault({ fault: 'none' });
    expect(await repository.head({ maxAge: 60_000 })).toBe(head);
  });

  it('is read by a portal that starts while it does not answer, from the clone of the one before', async () => {
    const commit = await given.deploy('1.0.0');
    const { fetchedAt } = await given.open().head();
    given.server.fault({ fault: 'down' });
    const head = await given.open().head();
    expect(head).toMatchObject({ commit, stale: expect.any(String) });
    expect(Math.abs(head.fetchedAt - fetchedAt)).toBeLessThan(60_000);
  });

  it.each([
    [
      'does not answer',
      {},
      'down',
      /^The repository deployments does not answer: /,
    ],
    [
      'has another password',
      { credentials: { username: 'portal', password: 'wrong-one' } },
      'none',
      /^The repository deployments does not let the portal in: .*credentials/,
    ],
    [
      'has no such branch',
      { branch: 'production' },
      'none',
      /^The repository deployments has no branch production$/,
    ],
  ] as const)(
    'cannot be read where there is no clone and it %s',
    async (_, settings, fault, sentence) => {
      await given.deploy('1.0.0');
      given.server.fault({ fault });
      await expect(given.open(settings).head()).rejects.toMatchObject({
        name: 'RepositoryError',
        message: expect.stringMatching(sentence),
      });
      expect(readdirSync(given.clones)).toEqual([]);
    },
  );

  it('cannot be read where its address is wrong', async () => {
    const url = `${given.server.url}/kestrel-parcels/nothing.git`;
    await expect(given.open({ url }).head()).rejects.toThrow(
      /^The repository deployments is not at its address/,
    );
  });

  it('is given up when it has gone silent', async () => {
    await given.deploy('1.0.0');
    given.server.fault({ fault: 'slow' });
    await expect(given.open({ quietLimit: 300 }).head()).rejects.toThrow(
      'The repository deployments does not answer: it said nothing for too long',
    );
  });

  it('is followed when somebody has forced another history on its branch', async () => {
    await given.deploy('1.0.0');
    await given.deploy('1.1.0');
    const repository = given.open();
    const { commit } = await repository.head();
    await repository.history(commit, FILE);
    plainGit(given.remote, 'update-ref', 'refs/heads/main', `${commit}~1`);
    const forced = await given.deploy('2.0.0');
    expect(await repository.head({ maxAge: 0 })).toMatchObject({
      commit: forced,
    });
    const subjects = (await repository.history(forced, FILE)).map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual([
      'quotes 2.0.0 in production',
      'quotes 1.0.0 in production',
    ]);
  });

  it('is cloned anew when its address has changed', async () => {
    await given.deploy('1.0.0');
    await given.open().head();
    const url = `file://${given.remote}`;
    const newest = await given.deploy('1.1.0');
    const repository = given.open({ url, credentials: undefined });
    expect(await repository.head()).toMatchObject({ commit: newest });
    expect(await repository.read(newest, FILE)).toBe(values('1.1.0'));
  });

  describe('whose clone', () => {
    const damage: Array<[string, (clone: string) => void]> = [
      ['is gone', clone => rmSync(clone, { recursive: true, maxRetries: 9 })],
      [
        'has lost its objects',
        clone =>
          rmSync(join(clone, 'objects'), { recursive: true, maxRetries: 9 }),
      ],
      ['has no head', clone => rmSync(join(clone, 'HEAD'))],
      [
        'has empty packs',
        clone => {
          const packs = join(clone, 'objects/pack');
          for (const pack of readdirSync(packs)) {
            if (pack.endsWith('.pack')) {
              rmSync(join(packs, pack.replace('.pack', '.promisor')), {
                force: true,
              });
              plainGit(clone, 'config', 'core.bare', 'true');
              truncateSync(join(packs, pack), 0);
            }
          }
        },
      ],
      [
        'has settings that are none',
        clone => truncateSync(join(clone, 'config'), 0),
      ],
    ];

    it.each(damage)('%s is read all the same', async (_, harm) => {
      const commit = await given.deploy('1.0.0');
      const repository = given.open();
      await repository.head();
      harm(cloneIn(given.clones));
      expect(await repository.history(commit, FILE)).toHaveLength(1);
      expect(await repository.head({ maxAge: 0 })).toMatchObject({ commit });
    });

    it.each(damage)('%s is fetched all the same', async (_, harm) => {
      const commit = await given.deploy('1.0.0');
      await given.open().head();
      harm(cloneIn(given.clones));
      const repository = given.open();
      const head = await repository.head();
      expect(head).toEqual({ commit, fetchedAt: expect.any(Number) });
      expect(await repository.read(commit, FILE)).toBe(values('1.0.0'));
    });
  });

  it('is cloned and read by several portals that share a folder', async () => {
    const commit = await given.deploy('1.0.0');
    const portals = Array.from({ length: 4 }, () => given.open());
    const read = await Promise.all(
      portals.map(async portal => {
        const head = await portal.head();
        return [head.commit, await portal.read(head.commit, FILE)];
      }),
    );
    expect(read).toEqual(portals.map(() => [commit, values('1.0.0')]));
    const next = await given.deploy('1.1.0');
    const heads = await Promise.all(
      portals.map(portal => portal.head({ maxAge: 0 })),
    );
    expect(heads.map(head => head.stale ?? head.commit)).toEqual(
      portals.map(() => next),
    );
    expect(readdirSync(given.clones)).toHaveLength(1);
  });

  it('says which commit it does not have', async () => {
    await given.deploy('1.0.0');
    const repository = given.open();
    await repository.head();
    const commit = '1'.repeat(40);
    await expect(repository.read(commit, FILE)).rejects.toThrow(
      `The repository deployments has no commit ${commit}`,
    );
  });

  it('tells which commits are in its history', async () => {
    const first = await given.deploy('1.0.0');
    const second = await given.deploy('1.1.0');
    const repository = given.open();
    await repository.head();
    expect(await repository.contains(second, first)).toBe(true);
    expect(await repository.contains(first, second)).toBe(false);
    expect(await repository.contains(second, '2'.repeat(40))).toBe(false);
  });

  it('cannot be read where clones have no place; no path of the machine is told', async () => {
    await given.deploy('1.0.0');
    const folder = join(given.newFolder(), 'file');
    writeFileSync(folder, '');
    await expect(given.open({ folder }).head()).rejects.toThrow(
      'sphera.rollback.cloneFolder cannot be made (EEXIST): it has to be a folder that the portal may write to',
    );
  });

  it('is cloned into a folder that nobody else may look into', async () => {
    await given.deploy('1.0.0');
    const folder = join(given.newFolder(), 'clones');
    await given.open({ folder }).head();
    expect(statSync(folder).mode % 0o1000).toBe(0o700);
  });

  it('leaves nothing running once it is closed', async () => {
    await given.deploy('1.0.0');
    given.server.fault({ fault: 'slow' });
    const problem = given
      .open()
      .head()
      .catch(error => error.message);
    await given.stop();
    expect(await problem).toMatch(/the portal is shutting down$/);
    expect(existsSync(given.clones)).toBe(false);
    given = await givenRepository();
  });
});
