import { startGitHub, type StartedGitHub } from './__testUtils__/startGitHub';
import type { PullRequest, PullRequests } from './PullRequests';

const BRANCH = 'sphera/rollback-4711';
const request = { branch: BRANCH, into: 'main', title: 'back', body: '' };

let world: StartedGitHub;
let pullRequests: PullRequests;
let head: string;

/** An open pull request, its checks at their end. */
async function given(rules?: Parameters<typeof startGitHub>[0]) {
  world = await startGitHub(rules);
  pullRequests = world.open();
  head = await world.commit(BRANCH, 'tag: 3.7.2\n');
  await pullRequests.open(request);
  world.checksEnd();
}

afterEach(() => world.stop());

/** The branch's pull request, once GitHub has worked out how it stands. */
async function look(): Promise<PullRequest> {
  await pullRequests.ofBranch(BRANCH);
  return (await pullRequests.ofBranch(BRANCH))!;
}

const merge = async () => pullRequests.merge({ number: 42, head });

describe('a pull request is not merged', () => {
  it('while a check that the branch requires has failed', async () => {
    await given();
    world.fault('checks-fail');
    expect(await look()).toMatchObject({
      state: 'open',
      checks: 'failed',
      sentence: 'The check validate failed',
    });
    await expect(merge()).rejects.toMatchObject({
      message:
        'Pull request #42 cannot be merged: Required status check "validate" is failing',
      isPassing: false,
    });
  });

  it('while a check runs, which may pass', async () => {
    await given();
    world.fault('checks-wait');
    expect((await look()).checks).toBe('waiting');
    await expect(merge()).rejects.toMatchObject({ isPassing: true });
  });

  it('while a review is missing', async () => {
    await given({ needsReview: true });
    expect(await look()).toMatchObject({
      checks: 'blocked',
      sentence:
        'Its checks passed, but the rules of main ask for more, such as a review',
    });
    await expect(merge()).rejects.toMatchObject({
      message:
        'Pull request #42 cannot be merged: At least 1 approving review is required by reviewers with write access',
      isPassing: false,
    });
  });

  it('before it is brought up to date where the branch wants that', async () => {
    await given({ isStrict: true, methods: ['squash'] });
    await world.git(
      'update-ref',
      'refs/heads/main',
      await world.git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'x'),
    );
    expect(await look()).toMatchObject({
      checks: 'passed',
      sentence: 'It has to be brought up to date with main before it is merged',
    });
    await expect(merge()).rejects.toMatchObject({
      message:
        'Pull request #42 is brought up to date with main first, and its checks run anew',
      isPassing: true,
    });
    expect(await look()).toMatchObject({ checks: 'waiting' });
    world.checksEnd();
    const now = await look();
    expect(now.head).not.toBe(head);
    expect(await pullRequests.merge(now)).toMatchObject({ state: 'merged' });
    expect(await world.git('log', '-1', '--format=%s', 'main')).toBe(
      'a change (#42)',
    );
  });

  it('where the same line was changed meanwhile', async () => {
    await given();
    await world.commit('main', 'tag: 3.8.1\n');
    expect(await look()).toMatchObject({
      checks: 'failed',
      sentence:
        'It conflicts with main, where the same lines were changed meanwhile',
    });
    await expect(merge()).rejects.toMatchObject({ isPassing: false });
  });

  it('where somebody added commits to it', async () => {
    await given();
    const other = await world.commit(BRANCH, 'tag: 3.7.1\n');
    world.checksEnd();
    await look();
    world.checksEnd();
    await expect(merge()).rejects.toMatchObject({
      message: `Pull request #42 has other commits than the portal wrote (its head is ${other.slice(
        0,
        8,
      )}, not ${head.slice(
        0,
        8,
      )}): look at what was added, and merge it on GitHub if it is right`,
      isPassing: false,
    });
  });

  it('where somebody closed it', async () => {
    await given();
    await world.call('PATCH', '/pulls/42', { state: 'closed' });
    await expect(merge()).rejects.toMatchObject({
      message:
        'Pull request #42 was closed without being merged: somebody decided against it on GitHub',
      isPassing: false,
    });
  });

  it('where its branch was deleted', async () => {
    await given();
    await world.git('update-ref', '-d', `refs/heads/${BRANCH}`);
    expect(await look()).toMatchObject({ state: 'closed' });
  });

  it('where main moves at that moment, and is the next time', async () => {
    await given();
    world.fault('raced');
    await expect(merge()).rejects.toMatchObject({
      message:
        'Pull request #42 cannot be merged: Base branch was modified. Review and try the merge again',
      isPassing: true,
    });
    world.fault('none');
    expect(await merge()).toMatchObject({ state: 'merged' });
  });
});

describe('checks that the branch does not require', () => {
  it('are waited for', async () => {
    await given({ requiredChecks: [], otherChecks: ['lint'] });
    world.fault('checks-wait');
    expect(await look()).toMatchObject({
      checks: 'waiting',
      sentence: 'It waits for the check lint',
    });
  });

  it('do not hold a rollback back where they fail', async () => {
    await given({ requiredChecks: [], otherChecks: ['lint', 'spelling'] });
    world.fault('checks-fail');
    expect(await look()).toMatchObject({
      checks: 'passed',
      sentence:
        'The checks lint and spelling failed, without which it can be merged',
    });
    expect(await merge()).toMatchObject({ state: 'merged' });
  });

  it('may be statuses of the commit', async () => {
    await given();
    const status = { context: 'ci/audit', state: 'pending' };
    await world.call('POST', `/statuses/${head}`, status);
    expect(await look()).toMatchObject({
      checks: 'waiting',
      sentence: 'It waits for the check ci/audit',
    });
  });
});
