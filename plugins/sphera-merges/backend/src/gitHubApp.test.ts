import { makeApp } from '@sphera/dev-fleet';
import { answered, untilHold, untilState } from './__testUtils__/asking';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { WEBHOOK_SECRET } from './__testUtils__/startPortal';
import { startScene } from './__testUtils__/startScene';

const HOUR = 3_600_000;
/** As docs/merges-github-app.md has them, for each strategy. */
const FOR_CHECK = {
  metadata: 'read',
  statuses: 'write',
  pull_requests: 'read',
  contents: 'read',
  administration: 'write',
  organization_hooks: 'write',
} as const;
const FOR_RULESET = {
  metadata: 'read',
  statuses: 'write',
  pull_requests: 'read',
  organization_administration: 'write',
  organization_hooks: 'write',
} as const;

type App = ReturnType<typeof makeApp>;

const installations = [{ id: 7_001, account: ORGANIZATION }];
const sphera = makeApp({
  id: 71,
  slug: 'sphera',
  installations,
  permissions: FOR_CHECK,
});
const spheraWith = (wish: Partial<App['wish']>): App => ({
  ...sphera,
  wish: { ...sphera.wish, ...wish },
});

/** From now on it is later, for GitHub and the portal. */
function passes(milliseconds: number) {
  const now = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => now() + milliseconds);
}
afterEach(() => jest.restoreAllMocks());

describe('a portal that is a GitHub app', () => {
  it('freezes and opens with the permissions that the documentation asks for', async () => {
    const { gitHub, portal, url } = await startScene(['quotes'], {
      app: sphera,
    });
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    expect(await gitHub.statusOf('quotes', number)).toMatchObject({
      state: 'failure',
      creator: { login: 'sphera[bot]' },
    });
    const hooks = `/orgs/${ORGANIZATION}/hooks`;
    expect(await gitHub.ask('sphera-portal', 'GET', hooks)).toMatchObject([
      { active: true, config: { url: `${url}/api/events/http/github` } },
    ]);
    await answered(dana, 'unfreeze-merges', { reason: 'It is over' });
    await untilState(dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('does so by the ruleset of the organisation, without administering repositories', async () => {
    const { gitHub, portal } = await startScene(['quotes'], {
      app: spheraWith({ permissions: FOR_RULESET }),
    });
    const number = await gitHub.open('quotes');
    const { dana } = await portal({ merges: { strategy: 'ruleset' } });
    await untilState(dana, 'quotes', 'open');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    await gitHub.label('noor-haddad', 'quotes', number, 'merge-anyway');
    await untilHold(dana, 'quotes', seen => seen.pullRequests.exempt === 1);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('hears by the webhook of the app, which is signed with the secret of the configuration', async () => {
    const { gitHub, portal } = await startScene(['quotes'], {
      app: sphera,
      appHook: { secret: WEBHOOK_SECRET, events: ['pull_request'] },
    });
    const { dana } = await portal({ merges: { webhook: false } });
    await untilState(dana, 'quotes', 'open');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    const number = await gitHub.open('quotes');
    await untilHold(dana, 'quotes', seen => seen.pullRequests.held === 1);
    expect(await gitHub.statusOf('quotes', number)).toMatchObject({
      state: 'failure',
    });
    const hooks = `/orgs/${ORGANIZATION}/hooks`;
    expect(await gitHub.ask('sphera-portal', 'GET', hooks)).toEqual([]);
  });

  it('goes on when its token has expired', async () => {
    const { gitHub, portal } = await startScene(['quotes'], { app: sphera });
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    passes(HOUR);
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    const hold = await untilState(dana, 'quotes', 'frozen');
    expect(hold.problem).toBeUndefined();
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('says where it is not installed, and goes on once it is', async () => {
    const missing = spheraWith({ installations: [] });
    const { gitHub, portal } = await startScene(['quotes'], { app: missing });
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    const hold = await untilState(dana, 'quotes', 'failed');
    const { host } = new URL(gitHub.url);
    expect(hold.problem?.sentence).toBe(
      `The portal has no credentials for ${ORGANIZATION}/quotes at ${host}: look at the app of this host in integrations.github of the configuration, and whether it is installed there`,
    );
    expect(JSON.stringify(hold)).not.toContain('PRIVATE KEY');

    missing.wish.installations.push(...installations);
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    // Where it is installed is asked once a minute at most.
    passes(61_000);
    await answered(dana, 'reconcile-merges');
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('says which repository it was not given, and looks after the others', async () => {
    const [installation] = installations;
    const { portal } = await startScene(['quotes', 'bookings'], {
      app: spheraWith({
        installations: [{ ...installation, repositories: ['quotes'] }],
      }),
    });
    const { dana } = await portal({ merges: { organizations: [] } });
    await untilState(dana, 'quotes', 'open');
    const { problem } = await untilState(dana, 'bookings', 'failed');
    expect(problem?.sentence).toContain(
      `no credentials for ${ORGANIZATION}/bookings`,
    );
  });

  it.each([
    ['administration', 'unenforced', 'set up rulesets'],
    ['statuses', 'failed', 'read commit statuses'],
    ['pull_requests', 'failed', 'list pull requests'],
  ] as const)(
    'says what it may not do without the permission "%s"',
    async (permission, state, doing) => {
      const { [permission]: _, ...others } = FOR_CHECK;
      const { gitHub, portal } = await startScene(['quotes'], {
        app: spheraWith({ permissions: others }),
      });
      await gitHub.open('quotes');
      const { dana } = await portal();
      const { problem } = await untilState(dana, 'quotes', state);
      const { host } = new URL(gitHub.url);
      expect(problem?.sentence).toMatch(
        new RegExp(
          `The portal may not ${doing} in ${ORGANIZATION}/quotes at ${host}: allow it to its token or app$`,
        ),
      );
    },
  );

  it('holds merges by the ruleset where it may not set statuses, and says so', async () => {
    const { gitHub, portal } = await startScene(['quotes'], {
      app: spheraWith({ permissions: { ...FOR_CHECK, statuses: 'read' } }),
    });
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    const hold = await untilHold(
      dana,
      'quotes',
      seen => seen.state === 'failed' && seen.wanted === 'frozen',
    );
    expect(hold.problem?.sentence).toContain('may not set commit statuses in');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });
});
