import { dana } from '@sphera/plugin-git-node/testUtils';
import {
  daysAgo,
  givenDeployments,
  quotes,
  textOf,
  trailersOf,
} from './__testUtils__/givenDeployments';

type Given = Awaited<ReturnType<typeof givenDeployments>>;

describe('the versions of a service', () => {
  let given: Given;
  beforeEach(async () => {
    given = await givenDeployments();
  });
  afterEach(() => given.stop());

  const read = (options?: { regions?: string[] }) =>
    given.open().of(quotes, 'production', options);
  const versions = async () => (await read()).versions;
  /** Both regions have it, since long ago. */
  const begin = async (version: string, days: number) => {
    await given.commit({ version, days, region: 'us' });
    return given.commit({ version, days });
  };

  it('are those that were to run, the newest first, with when, for how long, by whom and by which commit', async () => {
    await begin('1.0.0', 30);
    const hash = await given.commit({
      version: '1.1.0',
      days: 2.5,
      message: 'quotes 1.1.0 in production (#12)',
    });
    expect(await versions()).toMatchObject([
      {
        version: '1.1.0',
        deployedAt: daysAgo(2.5),
        author: dana,
        commit: {
          hash,
          subject: 'quotes 1.1.0 in production (#12)',
          url: `https://git.example/commit/${hash}`,
        },
        pullRequest: { number: 12, url: 'https://git.example/pull/12' },
        ranFor: 'P2DT12H',
        isCurrent: true,
        ranWell: true,
        runs: [{ regions: ['eu'], version: '1.1.0', deployedAt: daysAgo(2.5) }],
      },
      {
        version: '1.0.0',
        deployedAt: daysAgo(30),
        ranFor: 'P30D',
        isCurrent: true,
        runs: [{ regions: ['eu'], endedAt: daysAgo(2.5) }, { regions: ['us'] }],
      },
    ]);
  });

  it('are those of some regions only where these are asked for', async () => {
    await begin('1.0.0', 30);
    await given.commit({ version: '1.1.0', days: 2 });
    const { versions: ofUs, files } = await read({ regions: ['us'] });
    expect(ofUs.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(files).toMatchObject([
      {
        file: { path: 'quotes/production/us/values.yaml', regions: ['us'] },
        version: '1.0.0',
        text: textOf('1.0.0'),
      },
    ]);
  });

  it('run once where something else in the file changed, or the same was committed again', async () => {
    await begin('1.0.0', 30);
    const text = `${textOf('1.0.0')}replicas: 4\n`;
    await given.commit({ text, days: 20, message: 'More of quotes' });
    await given.commit({ version: '1.0.0', days: 10 });
    const [{ runs }] = await versions();
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ deployedAt: daysAgo(30) });
  });

  it('ran for as long as all their runs where they ran the longest', async () => {
    await begin('1.0.0', 30);
    await given.commit({ version: '1.1.0', days: 20 });
    await given.commit({ version: '1.0.0', days: 5 });
    await given.commit({ version: '1.2.0', days: 4 });
    await given.commit({ version: '1.2.0', days: 29, region: 'us' });
    const found = await versions();
    expect(found.map(({ version, ranFor }) => [version, ranFor])).toEqual([
      ['1.2.0', 'P29D'],
      ['1.0.0', 'P11D'],
      ['1.1.0', 'P15D'],
    ]);
  });

  describe('ran well', () => {
    const ranWell = async () =>
      Object.fromEntries(
        (await versions()).map(each => [each.version, each.ranWell]),
      );

    it('where they ran for long enough, the present one by its age', async () => {
      await begin('1.0.0', 30);
      await given.commit({ version: '1.1.0', days: 5 });
      await given.commit({ version: '1.2.0', days: 4.5 });
      await given.commit({ version: '1.3.0', days: 0.5 });
      expect(await ranWell()).toEqual({
        '1.0.0': true,
        '1.1.0': false,
        '1.2.0': true,
        '1.3.0': false,
      });
    });

    it('not where a rollback took them away, anywhere', async () => {
      await begin('1.0.0', 30);
      await begin('1.1.0', 20);
      await given.commit({
        version: '1.0.0',
        days: 5,
        message: `Roll back\n\nbad\n\n${trailersOf('r-1')}`,
      });
      expect(await ranWell()).toEqual({ '1.0.0': true, '1.1.0': false });
      const [first, second] = await versions();
      expect(first).toMatchObject({ version: '1.0.0' });
      expect(first.runs[0]).toMatchObject({ rollback: 'r-1' });
      expect(second.runs.map(run => run.leftByRollback)).toEqual([
        'r-1',
        undefined,
      ]);
    });

    it('again where they came back and then ran for long enough', async () => {
      await begin('1.0.0', 30);
      await given.commit({ version: '1.1.0', days: 20 });
      await given.commit({
        version: '1.0.0',
        days: 19,
        message: `Roll back\n\nbad\n\n${trailersOf('r-1')}`,
      });
      await given.commit({
        version: '1.1.0',
        days: 18,
        message: `Roll forward\n\nfine\n\n${trailersOf('r-2', 'r-1')}`,
      });
      expect(await ranWell()).toEqual({ '1.0.0': true, '1.1.0': true });
      const [newest] = await versions();
      expect(newest.runs[0]).toMatchObject({ rollback: 'r-2' });
    });
  });

  it('tell of a change to their database that cannot be taken back', async () => {
    await begin('1.0.0', 30);
    await given.commit({
      version: '1.1.0',
      days: 3,
      message: 'quotes 1.1.0\n\nDatabase-Migration: drops the column price',
    });
    await given.commit({ version: '1.2.0', days: 2 });
    const found = await versions();
    expect(found.map(({ migration }) => migration)).toEqual([
      undefined,
      'drops the column price',
      undefined,
    ]);
  });

  it('pass over revisions that cannot be read', async () => {
    await begin('1.0.0', 30);
    await given.commit({ text: '{{ broken', days: 20, message: 'Oops' });
    await given.commit({ text: 'image: {}\n', days: 19, message: 'Oops' });
    await given.commit({ version: '1.1.0', days: 18 });
    const found = await versions();
    expect(found.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
    expect(found[1].runs).toMatchObject([{ endedAt: daysAgo(18) }, {}]);
  });

  it('end where the file was taken away, and begin again where it came back', async () => {
    await begin('1.0.0', 30);
    await given.commit({ days: 20, message: 'Close down' });
    await given.commit({ version: '1.0.0', days: 10 });
    const { files } = await read({ regions: ['eu'] });
    expect(files[0].runs).toMatchObject([
      { deployedAt: daysAgo(10) },
      { deployedAt: daysAgo(30), endedAt: daysAgo(20) },
    ]);
  });

  it('cannot be told where a file is not there now', async () => {
    await given.commit({ version: '1.0.0', days: 30 });
    await expect(versions()).rejects.toMatchObject({
      name: 'SpotError',
      message:
        'quotes/production/us/values.yaml is not in the repository deployments on the branch main: it has to be there, or the layout of quotes has to say where its version is',
    });
  });

  it('cannot be told where a file cannot be read now; the sentence names it', async () => {
    await begin('1.0.0', 30);
    await given.commit({ text: 'image: {}\n', days: 1, message: 'Oops' });
    await expect(versions()).rejects.toMatchObject({
      name: 'SpotError',
      message: expect.stringMatching(
        /^quotes\/production\/eu\/values\.yaml in the repository deployments: .*image\.tag/,
      ),
    });
  });

  it('come with new commits as soon as they are there', async () => {
    await begin('1.0.0', 30);
    const opened = given.open();
    await opened.of(quotes, 'production');
    const commit = await given.commit({ version: '1.1.0', days: 1 });
    const history = await opened.of(quotes, 'production');
    expect(history.head).toMatchObject({ commit });
    expect(history.versions.map(({ version }) => version)).toEqual([
      '1.1.0',
      '1.0.0',
    ]);
  });

  it('are told from what is known where the repository does not answer', async () => {
    await begin('1.0.0', 30);
    const opened = given.open();
    await opened.of(quotes, 'production');
    given.server.fault({ fault: 'down' });
    const history = await opened.of(quotes, 'production');
    expect(history.head.stale).toMatch(/does not answer/);
    expect(history.versions).toHaveLength(1);
  });
});
