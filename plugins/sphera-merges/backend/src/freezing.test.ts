import { DateTime } from 'luxon';
import { answered, until, untilHold, untilState } from './__testUtils__/asking';
import { startScene } from './__testUtils__/startScene';

describe('a merge freeze', () => {
  it('has GitHub refuse the merge with its reason, until it is taken off', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    expect(await gitHub.statusOf('quotes', number)).toMatchObject({
      state: 'success',
      description: 'Merges are not frozen',
    });

    await answered(dana, 'freeze-merges', {
      service: 'quotes',
      reason: 'A release is on its way',
    });
    const frozen = await untilState(dana, 'quotes', 'frozen');
    expect(frozen).toMatchObject({
      wanted: 'frozen',
      freezes: [{ reason: 'A release is on its way' }],
      pullRequests: { open: 1, held: 1, exempt: 0 },
      items: [{ number, state: 'held' }],
    });
    const refusal = await gitHub.merge('quotes', number);
    expect(refusal.status).toBe(405);
    expect(refusal.body.message).toContain('required status checks');
    expect(await gitHub.statusOf('quotes', number)).toMatchObject({
      state: 'failure',
      description: 'Merges are frozen: A release is on its way',
      target_url:
        'http://portal.example/locks/merges?repository=kestrel-parcels%2Fquotes',
    });

    await answered(dana, 'unfreeze-merges', {
      service: 'quotes',
      reason: 'It is out',
    });
    await untilState(dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('holds a pull request that is opened meanwhile', async () => {
    const { gitHub, portal } = await startScene();
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');

    const number = await gitHub.open('quotes');
    // From its first moment, before anybody heard of it.
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    await untilHold(dana, 'quotes', seen => seen.pullRequests.held === 1);
    expect(await gitHub.statusOf('quotes', number)).toMatchObject({
      state: 'failure',
      description: 'Merges are frozen: An incident',
    });
  });

  it('holds what is pushed meanwhile', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');

    await gitHub.push('quotes');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    const told = await until(
      () => gitHub.statusOf('quotes', number),
      status => status !== undefined,
    );
    expect(told).toMatchObject({ state: 'failure' });
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('of one service leaves the repositories of others alone', async () => {
    const { gitHub, portal } = await startScene(['quotes', 'bookings']);
    const number = await gitHub.open('bookings');
    const { dana } = await portal();
    await answered(dana, 'freeze-merges', {
      service: 'quotes',
      reason: 'A move',
    });
    await untilState(dana, 'quotes', 'frozen');
    await untilState(dana, 'bookings', 'open');
    expect((await gitHub.merge('bookings', number)).status).toBe(200);
  });

  it('ends on GitHub when its time is up', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await answered(dana, 'freeze-merges', {
      reason: 'A short one',
      // A machine may take long to have it on GitHub before.
      expiresIn: 'PT15S',
    });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    await untilState(dana, 'quotes', 'open');
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });

  it('says what holds now where there are several', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const { dana } = await portal();
    await answered(dana, 'freeze-merges', { reason: 'The first' });
    await untilState(dana, 'quotes', 'frozen');
    await answered(dana, 'freeze-merges', {
      service: 'quotes',
      reason: 'The second',
    });
    await until(
      () => gitHub.statusOf('quotes', number),
      ({ description }) => description === 'Merges are frozen: The second',
    );
    await answered(dana, 'unfreeze-merges', {
      service: 'quotes',
      reason: 'Done',
    });
    await until(
      () => gitHub.statusOf('quotes', number),
      ({ description }) => description === 'Merges are frozen: The first',
    );
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('that is a window holds on GitHub while the window is open', async () => {
    const { gitHub, portal } = await startScene();
    const number = await gitHub.open('quotes');
    const now = DateTime.utc().setLocale('en');
    const dayOf = (moment: DateTime) => moment.weekdayLong!.toLowerCase();
    const { dana } = await portal({
      locks: {
        windows: [
          {
            service: 'quotes',
            actions: ['merge'],
            from: { day: dayOf(now.minus({ days: 1 })), time: '12:00' },
            to: { day: dayOf(now.plus({ days: 1 })), time: '12:00' },
            timeZone: 'UTC',
            reason: 'The weekend',
          },
        ],
      },
    });
    const hold = await untilState(dana, 'quotes', 'frozen');
    expect(hold.freezes).toMatchObject([{ reason: 'The weekend' }]);
    expect(hold.freezes[0].window).toBeDefined();
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });
});
