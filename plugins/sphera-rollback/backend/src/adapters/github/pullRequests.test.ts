import { startGitHub, type StartedGitHub } from './__testUtils__/startGitHub';
import type { PullRequest, PullRequests } from './PullRequests';

const BRANCH = 'sphera/rollback-4711';
const MESSAGE = `Roll back invoices in production to 3.7.2

a slow start

Sphera-Operation: 4711
Co-authored-by: Dana Okafor <dana.okafor@kestrel-parcels.example>`;
const request = {
  branch: BRANCH,
  into: 'main',
  title: 'Roll back invoices in production to 3.7.2',
  body: 'a slow start',
};

let world: StartedGitHub;
let pullRequests: PullRequests;
let head: string;

async function given(rules?: Parameters<typeof startGitHub>[0]) {
  world = await startGitHub(rules);
  pullRequests = world.open();
  head = await world.commit(BRANCH, 'tag: 3.7.2\n', MESSAGE);
}

afterEach(() => world.stop());

/** The branch's pull request, once GitHub has worked out how it stands. */
async function look(): Promise<PullRequest> {
  await pullRequests.ofBranch(BRANCH);
  return (await pullRequests.ofBranch(BRANCH))!;
}

/** Opens one whose checks have passed. */
async function ready(): Promise<PullRequest> {
  await pullRequests.open(request);
  world.checksEnd();
  return look();
}

const fileOnMain = () =>
  world.git('show', 'main:releases/production/invoices.yaml');

describe('a pull request', () => {
  it('is opened, waits for its checks, and is merged', async () => {
    await given();
    expect(await pullRequests.ofBranch(BRANCH)).toBeUndefined();

    const opened = await pullRequests.open(request);
    expect(opened).toEqual({
      number: 42,
      url: `${world.url}/kestrel-parcels/billing-deployments/pull/42`,
      state: 'open',
      head,
      checks: 'waiting',
      sentence: 'It waits for the check validate',
    });
    expect(await look()).toEqual(opened);

    world.checksEnd();
    expect(await look()).toMatchObject({
      checks: 'passed',
      sentence: 'Its checks passed',
    });

    const merged = await pullRequests.merge({ number: 42, head });
    expect(merged).toMatchObject({ state: 'merged', sentence: 'It is merged' });
    expect(await world.git('rev-parse', 'main')).toBe(merged.mergeCommit);
    expect(await fileOnMain()).toBe('tag: 3.7.2');
    expect(await pullRequests.ofBranch(BRANCH)).toEqual(merged);
  });

  it('is not opened a second time where it is asked for again', async () => {
    await given();
    const { number } = await pullRequests.open(request);
    expect((await pullRequests.open(request)).number).toBe(number);
    expect(await world.call('GET', '/pulls?state=all')).toHaveLength(1);
  });

  it('is merged once where that is asked for again', async () => {
    await given();
    const { number } = await ready();
    const first = await pullRequests.merge({ number, head });
    expect(await pullRequests.merge({ number, head })).toEqual(first);
    expect(await world.git('rev-list', '--count', 'main')).toBe('3');
  });

  it('that somebody merged on GitHub is seen as merged', async () => {
    await given();
    const { number } = await ready();
    await world.call('PUT', `/pulls/${number}/merge`);
    expect(await look()).toMatchObject({
      state: 'merged',
      mergeCommit: await world.git('rev-parse', 'main'),
    });
  });

  it('of which the branch came to main by a push is merged', async () => {
    await given();
    await pullRequests.open(request);
    await world.git('update-ref', 'refs/heads/main', head);
    expect(await look()).toMatchObject({ state: 'merged', mergeCommit: head });
  });

  it('is closed with a comment, once', async () => {
    await given();
    const { number } = await pullRequests.open(request);
    await pullRequests.close(number, 'Dana called the rollback off: wrong one');
    await pullRequests.close(number, 'Dana called the rollback off: wrong one');
    expect(await look()).toMatchObject({
      state: 'closed',
      sentence: 'It was closed without being merged',
    });
    expect(await world.call('GET', `/issues/${number}/comments`)).toEqual([
      expect.objectContaining({
        body: 'Dana called the rollback off: wrong one',
        user: expect.objectContaining({ login: 'sphera' }),
      }),
    ]);
    expect(await fileOnMain()).toBe('tag: 3.8.0');
  });

  it('that is merged cannot be closed any more', async () => {
    await given();
    const { number } = await ready();
    await pullRequests.merge({ number, head });
    await expect(pullRequests.close(number, 'too late')).rejects.toThrow(
      'Pull request #42 of kestrel-parcels/billing-deployments is merged already: it cannot be closed any more',
    );
  });

  it('of a branch that had one closed before is a new one', async () => {
    await given();
    const { number } = await pullRequests.open(request);
    await pullRequests.close(number, 'once more');
    const again = await pullRequests.open(request);
    expect(again.number).toBe(number + 1);
    expect((await look()).number).toBe(again.number);
  });
});

describe('a branch', () => {
  it('that is protected wants pull requests', async () => {
    await given();
    expect(await pullRequests.wantsPullRequests('main')).toBe(true);
    expect(await pullRequests.wantsPullRequests(BRANCH)).toBe(false);
  });

  it('may be protected by a ruleset', async () => {
    await given({ isRuleset: true });
    expect(await pullRequests.wantsPullRequests('main')).toBe(true);
    await pullRequests.open(request);
    expect(await look()).toMatchObject({
      checks: 'waiting',
      sentence: 'It waits for the check validate',
    });
  });
});

describe('what comes to the branch', () => {
  const onMain = () => world.git('log', '-1', '--format=%B', 'main');

  it('has the commit as it was written where merges are allowed', async () => {
    await given();
    await pullRequests.merge(await ready());
    expect(await world.git('rev-parse', 'main^2')).toBe(head);
  });

  it('has its trailers where only squashing is allowed', async () => {
    await given({ methods: ['squash'] });
    await pullRequests.merge(await ready());
    expect(await onMain()).toBe(MESSAGE.replace('to 3.7.2', 'to 3.7.2 (#42)'));
  });

  it('has its trailers where the branch takes no merge commits', async () => {
    await given({ isLinear: true, methods: ['merge', 'rebase'] });
    await pullRequests.merge(await ready());
    expect(await onMain()).toBe(MESSAGE);
    expect(await world.git('rev-list', '--count', 'main')).toBe('2');
  });

  it('is nothing where the repository allows no way to merge', async () => {
    await given({ methods: [] });
    await expect(pullRequests.merge(await ready())).rejects.toThrow(
      'kestrel-parcels/billing-deployments allows no way to merge pull requests: allow one in its settings on GitHub',
    );
  });
});
