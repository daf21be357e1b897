import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, ofQuotes } from './__testUtils__/asking';
import { DANA, NOOR, QUOTES } from './__testUtils__/company';
import { backToNow, later } from './__testUtils__/later';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const review = { ...ofQuotes, step: 'review', comment: 'see the wiki' };

const DAY = 86_400_000;

/** Nobody is reminded at the weekend, whenever this runs. */
function untilWednesdayAfterNext(): number {
  const wednesday = 3;
  const days = (wednesday - new Date(Date.now()).getUTCDay() + 7) % 7;
  return (days + 7) * DAY;
}

describe('people', () => {
  let portal: Portal;
  afterEach(() => {
    backToNow();
    return portal.stop();
  });

  it('are told that their approval is asked for, and who asked what the answer is', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    await answered(portal.dana, 'request-approval', review);
    const common = {
      link: '/catalog/default/component/quotes/lifecycle',
      topic: 'lifecycle',
      scope: `lifecycle:${QUOTES}:review`,
    };
    await eventually(() =>
      expect(portal.sent).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/platform'],
            excludeEntityRef: DANA,
          },
          payload: {
            ...common,
            title: 'quotes: Review waits for your answer',
            description: 'Dana Reyes: see the wiki',
            severity: 'high',
          },
        },
      ]),
    );
    await answered(portal.noor, 'approve-step', { ...review, comment: 'good' });
    await eventually(() =>
      expect(portal.sent[1]).toEqual({
        recipients: { type: 'entity', entityRef: [DANA] },
        payload: {
          ...common,
          title: 'quotes: Review was approved',
          description: 'Noor Haddad: good',
          severity: 'normal',
        },
      }),
    );
  });

  it('are reminded of what they have not answered for two days, once', async () => {
    portal = await startPortal();
    await answered(portal.dana, 'begin-lifecycle');
    await answered(portal.dana, 'request-approval', review);
    await eventually(() => expect(portal.sent).toHaveLength(1));
    await portal.remind();
    later(untilWednesdayAfterNext());
    await Promise.all([portal.remind(), portal.remind()]);
    await portal.remind();
    await eventually(() => expect(portal.sent).toHaveLength(2));
    const [asked, reminder] = portal.sent;
    expect(reminder.recipients).toEqual(asked.recipients);
    expect(reminder.payload).toMatchObject({
      title: expect.stringMatching(
        /^quotes: Review waits for your answer since \d{4}-\d\d-\d\d$/,
      ),
      description: 'Dana Reyes: see the wiki',
      scope: asked.payload.scope,
    });
    await answered(portal.noor, 'approve-step', review);
    await eventually(() => expect(portal.sent).toHaveLength(3));
    later(7 * DAY);
    await portal.remind();
    expect(portal.sent).toHaveLength(3);
  });

  it('need not be reachable: what is asked is asked, and a program that asked is not told', async () => {
    const tried: unknown[] = [];
    portal = await startPortal({
      async notify(notification) {
        tried.push(notification.recipients);
        throw new Error('notifications are not installed');
      },
    });
    await answered(portal.program, 'begin-lifecycle');
    await answered(portal.program, 'request-approval', review);
    await answered(portal.noor, 'reject-step', review);
    const after = await answered(portal.dana, 'request-approval', review);
    expect(after.asked).toHaveLength(1);
    await eventually(() => expect(tried).toHaveLength(2));
    expect(tried).not.toContainEqual(
      expect.objectContaining({ entityRef: [NOOR] }),
    );
  });
});
