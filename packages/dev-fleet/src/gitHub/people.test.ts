import {
  makeBranch,
  makeRepository,
  ORG,
  refusal,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

let started: StartedGitHub;
let where: { owner: string; repo: string };

beforeEach(async () => {
  started = await startGitHub();
  where = await makeRepository(started);
});

describe('teams', () => {
  const give = (team_slug: string, permission = 'push') =>
    started.as('portal').rest.teams.addOrUpdateRepoPermissionsInOrg({
      org: ORG,
      team_slug,
      ...where,
      permission,
    });

  it('of an organisation are listed with who is in them', async () => {
    const { rest } = started.as('portal');
    const { data } = await rest.teams.list({ org: ORG });
    expect(data.map(({ slug }) => slug)).toEqual(['tracking', 'booking']);
    const wish = { org: ORG, team_slug: 'tracking' };
    const members = await rest.teams.listMembersInOrg(wish);
    expect(members.data).toMatchObject([{ login: 'mei-lin' }]);
  });

  it('are given a repository, by who administers it', async () => {
    await give('tracking', 'maintain');
    const { rest } = started.as('portal');
    expect((await rest.repos.listTeams(where)).data).toMatchObject([
      { slug: 'tracking', permission: 'maintain' },
    ]);
    const ofMei = started
      .as('mei-lin')
      .rest.teams.addOrUpdateRepoPermissionsInOrg({
        org: ORG,
        team_slug: 'tracking',
        ...where,
        permission: 'admin',
      });
    expect((await refusal(ofMei)).status).toBe(403);
    expect((await refusal(give('nobody'))).status).toBe(404);
    expect((await refusal(give('booking', 'everything'))).status).toBe(422);
  });

  it('make administrators of who is in them', async () => {
    const mei = started.as('mei-lin').rest;
    expect((await refusal(mei.repos.listWebhooks(where))).status).toBe(404);
    await give('tracking', 'admin');
    expect((await mei.repos.listWebhooks(where)).data).toEqual([]);
  });
});

describe('collaborators', () => {
  it('are people that there are', async () => {
    const { rest } = started.as('portal');
    const add = (username: string) =>
      rest.repos.addCollaborator({ ...where, username, permission: 'admin' });
    expect((await refusal(add('nobody'))).status).toBe(404);
    await add('mei-lin');
    const { data } = await rest.repos.getCollaboratorPermissionLevel({
      ...where,
      username: 'mei-lin',
    });
    expect(data.permission).toBe('admin');
  });
});

describe('labels', () => {
  it('of a repository begin with the usual ones, and are made once', async () => {
    const { rest } = started.as('portal');
    const label = { ...where, name: 'hotfix', color: 'b60205' };
    await rest.issues.createLabel(label);
    expect(await refusal(rest.issues.createLabel(label))).toMatchObject({
      status: 422,
      errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }],
    });
    await rest.issues.updateLabel({ ...label, color: 'ffffff' });
    const { data } = await rest.issues.listLabelsForRepo(where);
    expect(data.at(0)).toMatchObject({ name: 'bug', default: true });
    expect(data.at(-1)).toMatchObject({ name: 'hotfix', color: 'ffffff' });
    expect(
      await refusal(
        rest.issues.createLabel({ ...where, name: 'x', color: 'red' }),
      ),
    ).toMatchObject({ status: 422 });
  });

  it('are put on a pull request and taken away', async () => {
    const { rest } = started.as('portal');
    await makeBranch(started, 'change');
    const wish = { title: 'A change', head: 'change', base: 'main' };
    await rest.pulls.create({ ...where, ...wish });
    const about = { ...where, issue_number: 1 };
    await rest.issues.addLabels({ ...about, labels: ['bug', 'new-one'] });
    await rest.issues.removeLabel({ ...about, name: 'bug' });
    const { data } = await rest.pulls.get({ ...where, pull_number: 1 });
    expect(data.labels).toMatchObject([{ name: 'new-one' }]);
    expect(
      await refusal(rest.issues.removeLabel({ ...about, name: 'bug' })),
    ).toMatchObject({ status: 404, message: 'Label does not exist' });
  });
});
