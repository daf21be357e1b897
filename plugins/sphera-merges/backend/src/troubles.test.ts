import {
  answered,
  refused,
  untilHold,
  untilState,
} from './__testUtils__/asking';
import { ORGANIZATION, TOKENS } from './__testUtils__/startGitHub';
import { startScene } from './__testUtils__/startScene';

describe('where something is wrong', () => {
  it('a repository that requires no status is said to be unenforced, with what to do', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal({ merges: { require: false } });
    const hold = await untilState(dana, 'quotes', 'unenforced');
    expect(hold.problem?.sentence).toBe(
      'GitHub would merge in spite of a freeze, since main does not require the status sphera/merge-freeze: require it in the rules of the repository, or have the portal do so (sphera.merges.require)',
    );
    await gitHub.ask(
      'sphera-portal',
      'PUT',
      `/repos/${ORGANIZATION}/quotes/branches/main/protection`,
      {
        required_status_checks: {
          strict: false,
          contexts: ['sphera/merge-freeze'],
        },
        enforce_admins: true,
        required_pull_request_reviews: null,
        restrictions: null,
      },
    );
    await answered(dana, 'reconcile-merges', { service: 'quotes' });
    await untilState(dana, 'quotes', 'open');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('an account that may set up no rules says so', async () => {
    const { portal } = await startScene(['quotes'], {
      token: TOKENS['dana-okafor'],
    });
    const { dana } = await portal();
    const hold = await untilState(dana, 'quotes', 'unenforced');
    expect(hold.problem?.sentence).toMatch(/could not make it\. .*GitHub/);
    expect(JSON.stringify(hold)).not.toContain(TOKENS['dana-okafor']);
  });

  it('what GitHub limits is said, with when the portal goes on', async () => {
    const { gitHub, portal } = await startScene();
    await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    gitHub.fail('limited-briefly');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    // A look that was under way may have met the limit before the freeze was noticed.
    const hold = await untilHold(
      dana,
      'quotes',
      seen => seen.wanted === 'frozen' && seen.problem?.retryAt !== undefined,
    );
    expect(hold.state).toBe('changing');
    expect(hold.problem?.sentence).toMatch(
      /has had enough calls of the portal for now: it takes more in/,
    );
  });

  it('a GitHub that is away for a moment is asked again by itself', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    gitHub.fail('broken', { times: 3 });
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('a repository that GitHub does not have is a problem of its own', async () => {
    const { portal } = await startScene(['quotes'], {
      services: ['quotes', 'nowhere'],
    });
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    const hold = await untilState(dana, 'nowhere', 'failed');
    expect(hold.problem?.sentence).toContain(
      'has no kestrel-parcels/nowhere that the portal may see',
    );
    const list = await answered(dana, 'list-merge-holds');
    expect(list).toMatchObject({
      totalItems: 2,
      counts: { failed: 1, open: 1 },
      items: [
        { repository: 'kestrel-parcels/nowhere' },
        { repository: 'kestrel-parcels/quotes' },
      ],
    });
  });

  it('a service without a repository here is not found', async () => {
    const { portal } = await startScene([], { services: ['quotes'] });
    const { dana } = await portal({ merges: { host: 'github.com' } });
    const sentence = await refused(
      dana.ask('get-merge-hold', { service: 'quotes' }),
      404,
    );
    expect(sentence).toContain('component:default/quotes');
  });
});
