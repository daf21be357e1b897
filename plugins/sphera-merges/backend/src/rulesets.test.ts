import { answered, until, untilHold, untilState } from './__testUtils__/asking';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { startScene } from './__testUtils__/startScene';

const merges = { strategy: 'ruleset' };
const RULESETS = `/orgs/${ORGANIZATION}/rulesets`;

describe('a merge freeze by the ruleset of an organisation', () => {
  it('is switched on and off for all repositories, those that the portal does not look after included', async () => {
    const { gitHub, portal } = await startScene(['quotes', 'bookings'], {
      services: ['quotes'],
    });
    const ofService = await gitHub.open('quotes');
    const ofNobody = await gitHub.open('bookings');
    const { dana } = await portal({ merges });
    await untilState(dana, 'quotes', 'open');

    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    const hold = await untilState(dana, 'quotes', 'frozen');
    expect(hold).toMatchObject({
      strategy: 'ruleset',
      pullRequests: { open: 1, held: 1 },
    });
    const refusal = await gitHub.merge('quotes', ofService);
    expect(refusal).toMatchObject({ status: 405 });
    expect(refusal.body.message).toContain('"sphera/frozen" is expected');
    expect((await gitHub.merge('bookings', ofNobody)).status).toBe(405);
    const rulesets = await gitHub.ask('sphera-portal', 'GET', RULESETS);
    expect(rulesets).toMatchObject([
      { name: 'sphera merge freeze', enforcement: 'active' },
    ]);

    await answered(dana, 'unfreeze-merges', { reason: 'It is over' });
    await untilState(dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', ofService)).status).toBe(200);
    expect((await gitHub.merge('bookings', ofNobody)).status).toBe(200);
  });

  it('leaves out what is never to be held', async () => {
    const { gitHub, portal } = await startScene(['quotes', 'deployments'], {
      services: ['quotes'],
    });
    const number = await gitHub.open('deployments');
    const { dana } = await portal({
      merges: { ...merges, except: [`${ORGANIZATION}/deployments`] },
    });
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('deployments', number)).status).toBe(200);
  });

  it('of one service holds its repository alone', async () => {
    const { gitHub, portal } = await startScene(['quotes', 'bookings']);
    const held = await gitHub.open('quotes');
    const free = await gitHub.open('bookings');
    const { dana } = await portal({ merges });
    await answered(dana, 'freeze-merges', {
      service: 'quotes',
      reason: 'A move',
    });
    await untilState(dana, 'quotes', 'frozen');
    await untilState(dana, 'bookings', 'open');
    expect((await gitHub.merge('quotes', held)).status).toBe(405);
    expect((await gitHub.merge('bookings', free)).status).toBe(200);
  });

  it('lets an exempt pull request through', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal({ merges });
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    await gitHub.label('noor-haddad', 'quotes', number, 'merge-anyway');
    await untilHold(dana, 'quotes', seen => seen.pullRequests.exempt === 1);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('is put right at the next comparison where somebody switched it off', async () => {
    const { gitHub, portal, stopPortal } = await startScene();
    const number = await gitHub.open('quotes');
    const first = await portal({ merges });
    await answered(first.dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(first.dana, 'quotes', 'frozen');
    await stopPortal();
    const [{ id }] = await gitHub.ask('sphera-portal', 'GET', RULESETS);
    await gitHub.ask('sphera-portal', 'PUT', `${RULESETS}/${id}`, {
      enforcement: 'disabled',
    });

    await portal({ merges });
    await until(
      () => gitHub.ask('sphera-portal', 'GET', RULESETS),
      ([{ enforcement }]) => enforcement === 'active',
    );
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('leaves nothing behind of the strategy before it', async () => {
    const { gitHub, portal, stopPortal } = await startScene();
    const number = await gitHub.open('quotes');
    const first = await portal();
    await answered(first.dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(first.dana, 'quotes', 'frozen');
    await stopPortal();

    const second = await portal({ merges });
    await untilHold(
      second.dana,
      'quotes',
      seen => seen.state === 'frozen' && seen.strategy === 'ruleset',
    );
    await until(
      () =>
        gitHub.ask(
          'sphera-portal',
          'GET',
          `/repos/${ORGANIZATION}/quotes/rulesets?includes_parents=false`,
        ),
      rulesets => rulesets.length === 0,
    );
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    await answered(second.dana, 'unfreeze-merges', { reason: 'It is over' });
    await untilState(second.dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('tells the status of the other strategy still where rules of somebody else require it, so that merges do not wait for good', async () => {
    const { gitHub, portal } = await startScene();
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
    const first = await gitHub.open('quotes');
    const { dana } = await portal({ merges });
    await untilState(dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', first)).status).toBe(200);

    const second = await gitHub.open('quotes', 'second');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await until(
      () => gitHub.statusOf('quotes', second),
      status => status?.state === 'failure',
    );
    expect((await gitHub.merge('quotes', second)).status).toBe(405);
    await answered(dana, 'unfreeze-merges', { reason: 'It is over' });
    await until(
      () => gitHub.statusOf('quotes', second),
      status => status?.state === 'success',
    );
    await untilState(dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', second)).status).toBe(200);
  });
});
