import {
  makeBranch,
  makeRepository,
  ORG,
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

describe('a ruleset', () => {
  const rules = [
    {
      type: 'required_status_checks' as const,
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: CHECK }],
      },
    },
  ];
  const wish = {
    name: 'freeze',
    target: 'branch' as const,
    enforcement: 'active' as const,
    conditions: {
      ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] },
    },
    rules,
  };

  it('of a repository holds back merges and pushes in its own words', async () => {
    const { rest } = started.as('portal');
    await rest.repos.createRepoRuleset({ ...where, ...wish });
    expect(await refusal(merge('portal'))).toMatchObject({
      status: 405,
      message: `Repository rule violations found\n\nRequired status check "${CHECK}" is expected.\n\n`,
    });
    await expect(push('portal')).rejects.toThrow(
      'GH013: Repository rule violations found for refs/heads/main.',
    );
    await say('success');
    expect((await merge('portal')).data.merged).toBe(true);
  });

  it('of an organisation holds for the repositories that it names', async () => {
    const octokit = started.as('portal');
    const { rest } = octokit;
    const made = await octokit.request('POST /orgs/{org}/rulesets', {
      org: ORG,
      ...wish,
      conditions: {
        ...wish.conditions,
        repository_name: { include: ['*-deployments'], exclude: [] },
      },
    });
    const ofBranch = async () =>
      (await rest.repos.getBranchRules({ ...where, branch: 'main' })).data;
    expect(await ofBranch()).toEqual([]);
    await octokit.request('PUT /orgs/{org}/rulesets/{ruleset_id}', {
      org: ORG,
      ruleset_id: made.data.id,
      conditions: {
        ...wish.conditions,
        repository_name: { include: ['~ALL'], exclude: [] },
      },
    });
    expect(await ofBranch()).toMatchObject([
      {
        type: 'required_status_checks',
        ruleset_id: made.data.id,
        ruleset_source: ORG,
        ruleset_source_type: 'Organization',
      },
    ]);
    expect((await refusal(merge('portal'))).status).toBe(405);
  });

  it('of an organisation has to say of which repositories', async () => {
    const conditions: any = wish.conditions;
    const make = started
      .as('portal')
      .request('POST /orgs/{org}/rulesets', { org: ORG, ...wish, conditions });
    expect(await refusal(make)).toMatchObject({
      status: 422,
      errors: ['Conditions must target repositories by name, id or property'],
    });
  });

  it('of an organisation holds for single repositories that it lists', async () => {
    const octokit = started.as('portal');
    await octokit.request('POST /orgs/{org}/rulesets', {
      org: ORG,
      ...wish,
      conditions: {
        ...wish.conditions,
        repository_name: { include: ['parcels', 'quotes'], exclude: [] },
      },
      rules: [{ type: 'update' }],
    });
    expect((await refusal(merge('portal'))).status).toBe(405);
    await makeRepository(started, 'parcels-web');
    const { data } = await octokit.rest.repos.getBranchRules({
      owner: ORG,
      repo: 'parcels-web',
      branch: 'main',
    });
    expect(data).toEqual([]);
  });

  it('that is not enforced refuses nothing', async () => {
    const { rest } = started.as('portal');
    for (const enforcement of ['disabled', 'evaluate'] as const) {
      await rest.repos.createRepoRuleset({
        ...where,
        ...wish,
        name: enforcement,
        enforcement,
      });
    }
    expect((await merge('mei-lin')).data.merged).toBe(true);
  });

  it('is passed by who may bypass it', async () => {
    const { rest } = started.as('portal');
    const { data } = await rest.teams.getByName({
      org: ORG,
      team_slug: 'tracking',
    });
    await rest.repos.createRepoRuleset({
      ...where,
      ...wish,
      bypass_actors: [
        { actor_id: data.id, actor_type: 'Team', bypass_mode: 'pull_request' },
      ],
    });
    expect((await refusal(merge('portal'))).status).toBe(405);
    await expect(push('mei-lin')).rejects.toThrow('GH013');
    expect((await merge('mei-lin')).data.merged).toBe(true);
  });

  it('shuts a branch altogether, and opens it when it goes', async () => {
    const { rest } = started.as('portal');
    const made = await rest.repos.createRepoRuleset({
      ...where,
      ...wish,
      rules: [{ type: 'update' }],
    });
    expect((await refusal(merge('portal'))).message).toContain(
      'Cannot update this protected ref.',
    );
    await expect(push('portal')).rejects.toThrow(
      'Cannot update this protected ref.',
    );
    const ruleset_id = made.data.id;
    await rest.repos.deleteRepoRuleset({ ...where, ruleset_id });
    expect((await merge('portal')).data.merged).toBe(true);
  });

  it('is refused where it is not one', async () => {
    const { rest } = started.as('portal');
    const make = (more: object) =>
      refusal(
        rest.repos.createRepoRuleset({ ...where, ...wish, ...more } as any),
      );
    expect(await make({ rules: [{ type: 'quiet' }] })).toMatchObject({
      status: 422,
      errors: ["Invalid rule 'quiet'"],
    });
    await make({});
    expect(await make({})).toMatchObject({ errors: ['Name must be unique'] });
    const mei = started.as('mei-lin').rest;
    const ofMei = mei.repos.createRepoRuleset({ ...where, ...wish });
    expect((await refusal(ofMei)).status).toBe(404);
  });
});
