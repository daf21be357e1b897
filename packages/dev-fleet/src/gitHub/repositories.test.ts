import {
  makeBranch,
  makeRepository,
  ORG,
  refusal,
  startGitHub,
  workTree,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

let started: StartedGitHub;
beforeEach(async () => {
  started = await startGitHub();
});

const text = (content: string) => Buffer.from(content).toString('base64');

describe('a repository', () => {
  it('is made while GitHub runs, and takes pushes at once', async () => {
    const { rest } = started.as('portal');
    const made = await rest.repos.createInOrg({
      org: ORG,
      name: 'parcels',
      description: 'Where parcels are',
      private: true,
      delete_branch_on_merge: true,
    });
    expect(made.status).toBe(201);
    expect(made.data).toMatchObject({
      full_name: `${ORG}/parcels`,
      html_url: `${started.url}/${ORG}/parcels`,
      clone_url: `${started.url}/${ORG}/parcels.git`,
      description: 'Where parcels are',
      default_branch: 'main',
      delete_branch_on_merge: true,
      permissions: { admin: true },
    });
    const tree = await workTree(started, 'mei-lin');
    await tree.commit('README.md', '# parcels\n');
    await tree.git('push', '--quiet', 'origin', 'HEAD:main');
    const where = { owner: ORG, repo: 'parcels' };
    const { data } = await rest.repos.listCommits(where);
    expect(data).toMatchObject([{ commit: { message: 'Change README.md' } }]);
  });

  it('cannot have a name that is taken, in capitals or not', async () => {
    await makeRepository(started);
    const { rest } = started.as('portal');
    expect(
      await refusal(rest.repos.createInOrg({ org: ORG, name: 'Parcels' })),
    ).toEqual({
      status: 422,
      message: 'Repository creation failed.',
      errors: [
        {
          resource: 'Repository',
          code: 'custom',
          field: 'name',
          message: 'name already exists on this account',
        },
      ],
    });
  });

  it('is made by who may push, and of an owner that there is', async () => {
    const make = (login: 'reader' | 'mei-lin', org = ORG) =>
      started.as(login).rest.repos.createInOrg({ org, name: 'parcels' });
    expect(await refusal(make('reader'))).toMatchObject({ status: 403 });
    expect(await refusal(make('mei-lin', 'nobody'))).toMatchObject({
      status: 404,
    });
  });

  it('is deleted by who administers it, and then free', async () => {
    const where = await makeRepository(started);
    const mei = started.as('mei-lin').rest;
    expect(await refusal(mei.repos.delete(where))).toMatchObject({
      status: 403,
      message: 'Must have admin rights to Repository.',
    });
    const { rest } = started.as('portal');
    expect((await rest.repos.delete(where)).status).toBe(204);
    expect(await refusal(rest.repos.get(where))).toMatchObject({ status: 404 });
    await makeRepository(started);
  });

  it('has settings and topics that are told again', async () => {
    const where = await makeRepository(started);
    const { rest } = started.as('portal');
    await rest.repos.update({
      ...where,
      description: 'Parcels on their way',
      allow_merge_commit: false,
    });
    await rest.repos.replaceAllTopics({ ...where, names: ['kestrel', 'http'] });
    expect((await rest.repos.get(where)).data).toMatchObject({
      description: 'Parcels on their way',
      allow_merge_commit: false,
      allow_squash_merge: true,
      topics: ['kestrel', 'http'],
    });
    const wrong = rest.repos.replaceAllTopics({ ...where, names: ['Capital'] });
    expect(await refusal(wrong)).toMatchObject({ status: 422 });
  });

  it('takes no pushes while it is archived', async () => {
    const where = await makeRepository(started);
    const tree = await workTree(started, 'mei-lin');
    const { rest } = started.as('portal');
    await rest.repos.update({ ...where, archived: true });
    await tree.commit('more.txt', 'more\n');
    await expect(tree.git('push', 'origin', 'HEAD:main')).rejects.toThrow(
      '403',
    );
  });

  it('is told of to who listens', async () => {
    const heard: string[] = [];
    const { repositories } = started;
    repositories.onMade(({ name }) => heard.push(`made ${name}`));
    repositories.onPush((name, branch) => heard.push(`${name} ${branch}`));
    repositories.onDeleted(({ name }) => heard.push(`deleted ${name}`));
    const where = await makeRepository(started);
    await makeBranch(started, 'other');
    await started.as('portal').rest.repos.delete(where);
    const name = `${ORG}/parcels`;
    expect(heard).toEqual([
      `made ${name}`,
      `${name} main`,
      `${name} other`,
      `${name} other`,
      `deleted ${name}`,
    ]);
  });

  it('has what came first as its default branch', async () => {
    const { rest } = started.as('portal');
    await rest.repos.createInOrg({ org: ORG, name: 'parcels' });
    const tree = await workTree(started, 'mei-lin');
    await tree.commit('README.md', '# parcels\n');
    await tree.git('push', '--quiet', 'origin', 'HEAD:trunk');
    const where = { owner: ORG, repo: 'parcels' };
    const { data } = await rest.repos.get(where);
    expect(data.default_branch).toBe('trunk');
  });
});

describe('files by the API', () => {
  it('are written, read, and deleted, each as a commit', async () => {
    const where = { ...(await makeRepository(started)), path: 'deploy/a.yaml' };
    const { rest } = started.as('portal');
    const made = await rest.repos.createOrUpdateFileContents({
      ...where,
      message: 'Add',
      content: text('a: 1\n'),
    });
    expect(made.status).toBe(201);
    const read = await rest.repos.getContent(where);
    expect(read.data).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: text('a: 1\n'),
      html_url: `${started.url}/${ORG}/parcels/blob/main/deploy/a.yaml`,
    });
    const { sha } = made.data.content!;
    const again = { ...where, message: 'Change', content: text('a: 2\n') };
    expect(
      await refusal(rest.repos.createOrUpdateFileContents(again)),
    ).toMatchObject({ status: 422 });
    const stale = { ...again, sha: '0'.repeat(40) };
    expect(
      await refusal(rest.repos.createOrUpdateFileContents(stale)),
    ).toMatchObject({ status: 409 });
    await rest.repos.createOrUpdateFileContents({ ...again, sha: sha! });
    const folder = await rest.repos.getContent({ ...where, path: 'deploy' });
    expect(folder.data).toMatchObject([{ name: 'a.yaml', type: 'file' }]);
    const [{ sha: last }] = folder.data as Array<{ sha: string }>;
    await rest.repos.deleteFile({ ...where, message: 'Remove', sha: last });
    expect(await refusal(rest.repos.getContent(where))).toMatchObject({
      status: 404,
    });
  });

  it('are compared between branches', async () => {
    const where = await makeRepository(started);
    await makeBranch(started, 'other');
    const { rest } = started.as('portal');
    const { data } = await rest.repos.compareCommitsWithBasehead({
      ...where,
      basehead: 'main...other',
    });
    expect(data).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      files: [{ filename: 'other.txt', status: 'added', additions: 1 }],
    });
  });
});

describe('branches by the API', () => {
  it('are made, moved and deleted, and history is not lost unasked', async () => {
    const where = await makeRepository(started);
    const sha = await makeBranch(started, 'other');
    const { rest } = started.as('portal');
    const { data } = await rest.repos.listBranches(where);
    expect(data.map(({ name }) => name)).toEqual(['main', 'other']);
    const main = await rest.repos.getBranch({ ...where, branch: 'main' });
    const ref = 'heads/other';
    const back = { ...where, ref, sha: main.data.commit.sha };
    expect(await refusal(rest.git.updateRef(back))).toMatchObject({
      status: 422,
      message: 'Update is not a fast forward',
    });
    await rest.git.updateRef({ ...back, force: true });
    await rest.git.updateRef({ ...where, ref, sha });
    await rest.git.deleteRef({ ...where, ref });
    expect(
      await refusal(rest.repos.getBranch({ ...where, branch: 'other' })),
    ).toMatchObject({ status: 404, message: 'Branch not found' });
  });
});
