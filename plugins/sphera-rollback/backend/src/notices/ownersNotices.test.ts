import type { KeptRollback } from '../running/KeptRollback';
import { aRollback } from './__testUtils__/aRollback';
import { QUOTES, startNotices } from './__testUtils__/startNotices';

const held = async () => true;
const quiet = (changes: Partial<KeptRollback> = {}) =>
  aRollback({ slack: undefined, ...changes });

describe('owners', () => {
  const running: Array<{ stop(): Promise<void> }> = [];
  async function start(options?: Parameters<typeof startNotices>[0]) {
    const world = await startNotices(options);
    running.push(world);
    return world;
  }
  afterEach(async () => {
    for (const world of running.splice(0)) await world.stop();
  });

  it('are told when somebody rolls their service back, but not who did it', async () => {
    const { notices, sent } = await start();
    const rollback = quiet();
    await notices.tell(rollback, held);
    await notices.tell(rollback, held);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/booking'],
          excludeEntityRef: 'user:default/dana',
        },
        payload: {
          title: 'Rolling Quotes back in production',
          description: 'Dana Okafor, 4.12.1 → 4.11.7: prices are wrong',
          link: `/rollbacks/${rollback.id}`,
          severity: 'normal',
          topic: 'rollbacks',
          scope: `rollback:${rollback.id}`,
        },
      },
    ]);
  });

  it.each([
    ['done', 'normal', 'Quotes was rolled back in production'],
    ['failed', 'high', 'Rollback of Quotes failed in production'],
    ['cancelled', 'low', 'Rollback of Quotes was cancelled in production'],
  ] as const)(
    'are told when it is %s, in place of its start',
    async (state, severity, title) => {
      const { notices, sent } = await start();
      const rollback = quiet();
      await notices.tell(rollback, held);
      Object.assign(rollback, { state, sentence: 'So it ended' });
      expect(notices.isOwing(rollback)).toBe(true);
      await notices.tell(rollback, held);
      expect(sent).toHaveLength(2);
      expect(sent[1].payload).toMatchObject({
        title,
        severity,
        description: expect.stringMatching(/^So it ended\. Dana Okafor/),
        scope: sent[0].payload.scope,
      });
      expect(notices.isOwing(rollback)).toBe(false);
    },
  );

  it('are told what to do now where it failed', async () => {
    const { notices, sent } = await start();
    await notices.tell(
      quiet({ state: 'failed', sentence: 'It failed', nextStep: 'Do this' }),
      held,
    );
    expect(sent[0].payload.description).toMatch(/^It failed\. Do this\. /);
  });

  it('that nobody is, are not told', async () => {
    const { notices, sent } = await start({
      service: { ...QUOTES, owners: [] },
    });
    const rollback = quiet({ state: 'done' });
    await notices.tell(rollback, held);
    expect(sent).toEqual([]);
    expect(notices.isOwing(rollback)).toBe(false);
  });

  it('are told later where it does not work now, and Slack is told all the same', async () => {
    let isBroken = true;
    const { notices, sent, time, seen } = await start({
      notify: async () => {
        if (isBroken) throw new Error('no notifications today');
      },
    });
    const rollback = aRollback();
    await notices.tell(rollback, held);
    expect(sent).toEqual([]);
    expect(seen()).toHaveLength(1);
    isBroken = false;
    expect(notices.dueAt(rollback)).toBe(time.now + 2_000);
    time.now += 2_000;
    await notices.tell(rollback, held);
    expect(sent).toHaveLength(1);
  });

  it('are given up where the portal has no notifications', async () => {
    const { notices, time } = await start({
      notify: async () => {
        throw new Error('notifications are not installed');
      },
    });
    const rollback = quiet({ state: 'done' });
    for (let tries = 0; notices.isOwing(rollback); tries += 1) {
      expect(tries).toBeLessThan(20);
      time.now = notices.dueAt(rollback)!;
      await notices.tell(rollback, held);
    }
    expect(rollback.isNotified).toBe(true);
  });
});
