import {
  makeBranch,
  makeRepository,
  ORG,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

let started: StartedGitHub;
let where: { owner: string; repo: string };
let head: string;

beforeEach(async () => {
  started = await startGitHub();
  where = await makeRepository(started);
  head = await makeBranch(started, 'change');
  const wish = { title: 'A <b>change</b>', head: 'change', base: 'main' };
  await started.as('portal').rest.pulls.create({ ...where, ...wish });
});

async function open(path: string, init?: RequestInit) {
  const response = await fetch(`${started.url}/${ORG}${path}`, {
    redirect: 'manual',
    ...init,
  });
  const { status, headers } = response;
  // Where a piece of HTML is put in, there may be spaces around it.
  const text = (await response.text()).replace(/\s+/g, ' ');
  return { status, headers, text };
}

const act = (what: string, init: RequestInit = {}) =>
  open(`/parcels/pull/1/${what}`, { method: 'POST', ...init });

const freeze = () =>
  started.as('portal').rest.repos.createRepoRuleset({
    ...where,
    name: 'freeze',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~ALL'], exclude: [] } },
    rules: [
      {
        type: 'required_status_checks',
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: [{ context: 'sphera/merge-freeze' }],
        },
      },
    ],
  });

const say = (state: 'success' | 'failure') =>
  started.as('portal').rest.repos.createCommitStatus({
    ...where,
    sha: head,
    state,
    context: 'sphera/merge-freeze',
    description: 'Frozen until <Monday>',
    target_url: 'http://127.0.0.1:3000/freezes/1',
  });

describe('the page of a pull request', () => {
  it('merges by its button, in the name of who looks', async () => {
    expect((await open('/parcels/pull/1')).text).toContain(
      'This can be merged.',
    );
    const merged = await act('merge');
    expect(merged.status).toBe(303);
    expect(merged.headers.get('location')).toBe(`/${ORG}/parcels/pull/1`);
    const { text } = await open('/parcels/pull/1');
    expect(text).toContain('Merged by mei-lin');
    expect(text).not.toContain('<form');
  });

  it('says why it does not merge, and shows what is waited for', async () => {
    await freeze();
    const before = (await open('/parcels/pull/1')).text;
    expect(before).toContain('sphera/merge-freeze: expected (required)');
    expect(before).toContain('Merging is blocked');
    await say('failure');
    const { text } = await open('/parcels/pull/1');
    expect(text).toContain(
      '<a href="http://127.0.0.1:3000/freezes/1">sphera/merge-freeze</a>: failed (required)',
    );
    expect(text).toContain('Frozen until &lt;Monday&gt;');
    expect(text).toContain(
      'Required status check &quot;sphera/merge-freeze&quot; is failing.',
    );
    const refused = await act('merge');
    expect(refused.status).toBe(405);
    expect(refused.text).toContain('is failing.');
    await say('success');
    expect((await act('merge')).status).toBe(303);
  });

  it('approves and closes', async () => {
    await act('approve');
    expect((await open('/parcels/pull/1')).text).toContain('mei-lin: approved');
    await act('close');
    expect((await open('/parcels/pull/1')).text).toContain(
      '<strong>Closed</strong>',
    );
  });

  it('puts a label on and takes it off, in the name of who looks', async () => {
    const label = (what: 'label' | 'unlabel', name = 'bug') =>
      act(what, { body: new URLSearchParams({ name }) });
    expect((await label('label')).status).toBe(303);
    const { text } = await open('/parcels/pull/1');
    expect(text).toContain('<span class="label">bug</span>');
    expect((await label('unlabel')).status).toBe(303);
    expect((await label('label', 'nothing')).status).toBe(404);
    const { rest } = started.as('portal');
    const { data } = await rest.issues.listEvents({
      ...where,
      issue_number: 1,
    });
    expect(data).toMatchObject([
      { event: 'labeled', actor: { login: 'mei-lin' } },
      { event: 'unlabeled', actor: { login: 'mei-lin' } },
    ]);
  });

  it('does nothing for a page of somebody else', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await act('merge', { headers })).status).toBe(403);
  });
});

describe('pages of a repository', () => {
  it('list its open pull requests, files and commits', async () => {
    const { text } = await open('/parcels');
    expect(text).toContain(
      `<a href="/${ORG}/parcels/pull/1">#1 A &lt;b&gt;change&lt;/b&gt;</a>`,
    );
    expect(text).toContain(`href="/${ORG}/parcels/tree/main"`);
    expect((await open('/parcels/tree/change')).text).toContain(
      `href="/${ORG}/parcels/blob/change/change.txt"`,
    );
    expect((await open('/parcels/raw/change/change.txt')).text).toBe('new ');
    expect((await open('/parcels/pulls')).text).toContain('#1, portal');
  });

  it('are there for one that nothing was pushed to', async () => {
    const { rest } = started.as('portal');
    await rest.repos.createInOrg({ org: ORG, name: 'empty' });
    expect((await open('/empty')).text).toContain('Nothing was pushed yet.');
    expect((await open('/empty/tree/main')).status).toBe(404);
  });

  it('are listed by who owns them', async () => {
    expect((await open('')).text).toContain(
      `<a href="/${ORG}/parcels">parcels</a>`,
    );
  });
});
