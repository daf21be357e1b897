import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { answered, until, untilHold, untilState } from './__testUtils__/asking';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { startScene } from './__testUtils__/startScene';
import { untilSettled } from './__testUtils__/untilSettled';

const QUOTES = `/repos/${ORGANIZATION}/quotes`;

describe('a lost webhook or an hour of downtime', () => {
  it('leaves nothing wrong once merges are reconciled', async () => {
    const scene = await startScene();
    const { gitHub, portal } = scene;
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    await untilSettled(scene);
    gitHub.fail('hooks-lost');
    const number = await gitHub.open('quotes');
    // Nobody told the portal: the status is missing, and so GitHub refuses.
    expect((await gitHub.merge('quotes', number)).status).toBe(405);

    expect(
      await answered(dana, 'reconcile-merges', { service: 'quotes' }),
    ).toEqual({ repositories: 1 });
    await untilHold(dana, 'quotes', seen => seen.pullRequests.open === 1);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('is found by the schedule, too', async () => {
    const { gitHub, portal } = await startScene(['quotes'], {
      features: [schedulerServiceFactory],
    });
    const { dana } = await portal({ merges: { reconcileEvery: 'PT1S' } });
    await untilState(dana, 'quotes', 'open');
    gitHub.fail('hooks-lost');
    const number = await gitHub.open('quotes');
    await untilHold(dana, 'quotes', seen => seen.pullRequests.open === 1);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('is made up for at the next start: what was opened while frozen is held, what ended is free', async () => {
    const { gitHub, portal, stopPortal, databases } = await startScene([
      'quotes',
      'bookings',
    ]);
    const ended = await gitHub.open('bookings');
    const first = await portal();
    await answered(first.dana, 'freeze-merges', {
      service: 'quotes',
      reason: 'An incident',
    });
    await answered(first.dana, 'freeze-merges', {
      service: 'bookings',
      reason: 'A short one',
      expiresIn: 'PT1H',
    });
    await untilState(first.dana, 'quotes', 'frozen');
    await untilState(first.dana, 'bookings', 'frozen');
    await stopPortal();
    await databases
      .locks('locks')
      .whereNotNull('expires_at')
      .update({ expires_at: Date.now() - 1_000 });

    const opened = await gitHub.open('quotes');
    expect((await gitHub.merge('quotes', opened)).status).toBe(405);
    expect((await gitHub.merge('bookings', ended)).status).toBe(405);

    const { dana } = await portal();
    await untilHold(dana, 'quotes', seen => seen.pullRequests.held === 1);
    expect(await gitHub.statusOf('quotes', opened)).toMatchObject({
      state: 'failure',
      description: 'Merges are frozen: An incident',
    });
    await untilState(dana, 'bookings', 'open');
    expect((await gitHub.merge('bookings', ended)).status).toBe(200);
  });

  it('is put right when somebody changes the status or the ruleset by hand', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');

    const [ruleset] = await gitHub.ask(
      'sphera-portal',
      'GET',
      `${QUOTES}/rulesets`,
    );
    await gitHub.ask(
      'sphera-portal',
      'DELETE',
      `${QUOTES}/rulesets/${ruleset.id}`,
    );
    const head = await gitHub.headOf('quotes', number);
    await gitHub.ask('dana-okafor', 'POST', `${QUOTES}/statuses/${head}`, {
      state: 'success',
      context: 'sphera/merge-freeze',
      description: 'All is well',
    });
    // The status is heard of, and said again.
    await until(
      () => gitHub.statusOf('quotes', number),
      ({ state }) => state === 'failure',
    );
    await answered(dana, 'reconcile-merges');
    await until(
      () => gitHub.ask('sphera-portal', 'GET', `${QUOTES}/rulesets`),
      rulesets => rulesets.length === 1,
    );
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('is gone through by one of several replicas at a time, and by another one where that stops', async () => {
    const { gitHub, portal, replica, stopPortal } = await startScene();
    const number = await gitHub.open('quotes');
    const first = await portal();
    const second = await replica();
    await untilState(second.dana, 'quotes', 'open');
    await answered(first.dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(second.dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    const statuses = await gitHub.ask(
      'sphera-portal',
      'GET',
      `${QUOTES}/commits/${await gitHub.headOf('quotes', number)}/statuses`,
    );
    // One for each change: nobody said the same twice.
    expect(statuses.map((one: any) => one.state)).toEqual([
      'failure',
      'success',
    ]);
    await stopPortal();
  });
});
