import {
  makeBranch,
  makeRepository,
  refusal,
  startGitHub,
  workTree,
  type Login,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

const CHECK = 'sphera/merge-freeze';

let started: StartedGitHub;
let where: { owner: string; repo: string };
let head: string;

beforeEach(async () => {
  started = await startGitHub();
  where = await makeRepository(started);
  head = await makeBranch(started, 'change');
  await started.as('portal').rest.pulls.create({
    ...where,
    title: 'A change',
    head: 'change',
    base: 'main',
  });
});

const merge = (login: Login) =>
  started.as(login).rest.pulls.merge({ ...where, pull_number: 1 });

const say = (state: 'success' | 'failure' | 'pending', context = CHECK) =>
  started.as('portal').rest.repos.createCommitStatus({
    ...where,
    sha: head,
    state,
    context,
  });

async function push(login: Login) {
  const tree = await workTree(started, login);
  await tree.commit('pushed.txt', 'pushed\n');
  return tree.git('push', '--quiet', 'origin', 'HEAD:main');
}

describe('the protection of a branch', () => {
  const protect = (wish: object = {}) =>
    started.as('portal').rest.repos.updateBranchProtection({
      ...where,
      branch: 'main',
      required_status_checks: { strict: false, contexts: [CHECK] },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
      ...wish,
    });

  it('holds back a merge until what it asks for says yes', async () => {
    await protect();
    expect(await refusal(merge('portal'))).toMatchObject({
      status: 405,
      message: `Required status check "${CHECK}" is expected.`,
    });
    await say('failure');
    expect(await refusal(merge('portal'))).toMatchObject({
      message: `Required status check "${CHECK}" is failing.`,
    });
    await say('success');
    expect((await merge('portal')).data.merged).toBe(true);
  });

  it('takes a check run for a status, and the other way round', async () => {
    await protect();
    const { rest } = started.as('portal');
    const made = await rest.checks.create({
      ...where,
      name: CHECK,
      head_sha: head,
      status: 'in_progress',
      details_url: 'https://portal.kestrel.example/freeze',
    });
    expect((await refusal(merge('portal'))).status).toBe(405);
    await rest.checks.update({
      ...where,
      check_run_id: made.data.id,
      conclusion: 'neutral',
    });
    expect((await merge('portal')).data.merged).toBe(true);
  });

  it('holds back pushes as well', async () => {
    await protect();
    await expect(push('mei-lin')).rejects.toThrow(
      `Required status check "${CHECK}" is expected.`,
    );
    await protect({
      required_status_checks: null,
      required_pull_request_reviews: {},
    });
    await expect(push('mei-lin')).rejects.toThrow(
      'Changes must be made through a pull request.',
    );
  });

  it('lets administrators pass where it does not hold for them', async () => {
    await protect({ enforce_admins: false });
    expect((await refusal(merge('mei-lin'))).status).toBe(405);
    expect((await merge('portal')).data.merged).toBe(true);
  });

  it('wants an approval, which nobody gives himself', async () => {
    await protect({
      required_status_checks: null,
      required_pull_request_reviews: { required_approving_review_count: 1 },
    });
    expect((await refusal(merge('mei-lin'))).message).toBe(
      'At least 1 approving review is required by reviewers with write access.',
    );
    const approve = (login: Login) =>
      started.as(login).rest.pulls.createReview({
        ...where,
        pull_number: 1,
        event: 'APPROVE',
      });
    expect(await refusal(approve('portal'))).toMatchObject({ status: 422 });
    await approve('mei-lin');
    expect((await merge('mei-lin')).data.merged).toBe(true);
  });

  it('loses no history and no branch', async () => {
    await protect({ required_status_checks: null });
    const tree = await workTree(started, 'portal');
    await tree.git('commit', '--quiet', '--amend', '--message', 'Other');
    await expect(
      tree.git('push', '--force', 'origin', 'HEAD:main'),
    ).rejects.toThrow('Cannot force-push to this branch');
    await expect(tree.git('push', 'origin', ':main')).rejects.toThrow();
    await push('mei-lin');
  });

  it('is seen and set by administrators alone, and can go', async () => {
    await protect();
    const branch = { ...where, branch: 'main' };
    const mei = started.as('mei-lin').rest;
    expect((await refusal(mei.repos.getBranchProtection(branch))).status).toBe(
      404,
    );
    const { rest } = started.as('portal');
    await rest.repos.addStatusCheckContexts({ ...branch, contexts: ['build'] });
    const { data } = await rest.repos.getStatusChecksProtection(branch);
    expect(data.contexts).toEqual([CHECK, 'build']);
    await rest.repos.deleteBranchProtection(branch);
    expect(await refusal(rest.repos.getBranchProtection(branch))).toMatchObject(
      { status: 404, message: 'Branch not protected' },
    );
  });
});
