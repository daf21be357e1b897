import {
  makeBranch,
  makeRepository,
  refusal,
  startGitHub,
  type Login,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

let started: StartedGitHub;
let where: { owner: string; repo: string };

beforeEach(async () => {
  started = await startGitHub();
  where = await makeRepository(started);
});

/** Opens a pull request from a new branch, a minute after what was before. */
async function open(head: string): Promise<number> {
  await makeBranch(started, head);
  started.passes(60_000);
  const { rest } = started.as('mei-lin');
  const wish = { ...where, title: head, head, base: 'main' };
  return (await rest.pulls.create(wish)).data.number;
}

const label = (issue_number: number, login: Login = 'portal') =>
  started
    .as(login)
    .rest.issues.addLabels({ ...where, issue_number, labels: ['hotfix'] });

describe('the events of a pull request', () => {
  it('say who put a label on, who took it off, and when', async () => {
    const issue_number = await open('change');
    const { rest } = started.as('portal');
    started.passes(60_000);
    await label(issue_number, 'mei-lin');
    const at = new Date(started.now()).toISOString().replace('.000Z', 'Z');
    await rest.issues.removeLabel({ ...where, issue_number, name: 'hotfix' });
    const { data } = await rest.issues.listEvents({ ...where, issue_number });
    expect(data).toMatchObject([
      {
        event: 'labeled',
        actor: { login: 'mei-lin' },
        label: { name: 'hotfix' },
        created_at: at,
      },
      {
        event: 'unlabeled',
        actor: { login: 'portal' },
        label: { name: 'hotfix' },
      },
    ]);
  });

  it('stand in the timeline beside what was said', async () => {
    const issue_number = await open('change');
    const { rest } = started.as('portal');
    await label(issue_number);
    started.passes(1_000);
    await rest.issues.createComment({ ...where, issue_number, body: 'Now' });
    started.passes(1_000);
    await rest.pulls.merge({ ...where, pull_number: issue_number });
    const { data } = await rest.issues.listEventsForTimeline({
      ...where,
      issue_number,
    });
    expect(data.map(({ event }) => event)).toEqual([
      'labeled',
      'commented',
      'merged',
      'closed',
    ]);
  });
});

describe('the list of pull requests', () => {
  const titles = async (more: object) => {
    const { rest } = started.as('portal');
    const { data } = await rest.pulls.list({ ...where, ...more });
    return data.map(({ title }) => title);
  };

  it('begins with the newest, or with what was changed last', async () => {
    const first = await open('first');
    await open('second');
    await open('third');
    started.passes(60_000);
    await label(first);
    expect(await titles({})).toEqual(['third', 'second', 'first']);
    const changed = { sort: 'updated', direction: 'desc' };
    expect(await titles(changed)).toEqual(['first', 'third', 'second']);
    expect(await titles({ sort: 'updated' })).toEqual([
      'second',
      'third',
      'first',
    ]);
  });
});

describe('a pull request', () => {
  it('comes to another branch where somebody wishes it', async () => {
    const pull_number = await open('change');
    const { rest } = started.as('portal');
    const { data: main } = await rest.git.getRef({
      ...where,
      ref: 'heads/main',
    });
    const release = { ref: 'refs/heads/release', sha: main.object.sha };
    await rest.git.createRef({ ...where, ...release });
    const { data } = await rest.pulls.update({
      ...where,
      pull_number,
      base: 'release',
    });
    expect(data.base.ref).toBe('release');
    const toMain = await rest.pulls.list({ ...where, base: 'main' });
    expect(toMain.data).toEqual([]);
    expect((await rest.pulls.merge({ ...where, pull_number })).status).toBe(
      200,
    );
  });

  it('stays where it is where that branch cannot be', async () => {
    const pull_number = await open('change');
    const { rest } = started.as('portal');
    const move = (base: string) =>
      refusal(rest.pulls.update({ ...where, pull_number, base }));
    expect((await move('nowhere')).status).toBe(422);
    expect((await move('change')).status).toBe(422);
    const { data } = await rest.pulls.get({ ...where, pull_number });
    expect(data.base.ref).toBe('main');
  });
});
