import {
  ALL_SCOPES,
  startSlackStandIn,
  type RunningSlack,
} from '@sphera/dev-fleet';
import { message, saying } from './__testUtils__/message';
import type { Messages } from './Messages';
import { openMessages } from './openMessages';

describe('messages in Slack', () => {
  const running: RunningSlack[] = [];
  let slack: RunningSlack;
  let messages: Messages;

  async function start(scopes?: readonly string[]) {
    slack = await startSlackStandIn({
      scopes,
      channels: [
        { name: 'booking' },
        { name: 'war-room', isPrivate: true },
        { name: 'old', isArchived: true },
        { name: 'elsewhere', isWithoutApp: true },
      ],
    });
    running.push(slack);
    const { token, apiUrl } = slack;
    messages = openMessages({ settings: { slack: { token, apiUrl } } })!;
  }
  beforeEach(() => start());
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop();
  });

  const texts = () => slack.workspace.messages().map(({ text }) => text);
  /** What becomes of a message whose answer never came. */
  async function loseAnswer(changes = {}) {
    slack.slack.faulty.set('lost', { calls: ['chat.postMessage'], times: 1 });
    await expect(messages.post(message(changes))).rejects.toMatchObject({
      isPassing: true,
    });
  }

  it('are not there where no Slack is configured', () => {
    expect(openMessages({ settings: {} })).toBeUndefined();
  });

  it.each(['#booking', 'booking', 'C0000000001'])(
    'are posted to %s, with the id of the rollback and an address for people',
    async channel => {
      const { posted, isNew } = await messages.post(message({ channel }));
      const [there] = slack.workspace.messages('booking');
      expect(isNew).toBe(true);
      expect(posted).toEqual({
        channel: 'C0000000001',
        ts: there.ts,
        url: `${slack.pageUrl}/archives/C0000000001/p${there.ts.replace(
          '.',
          '',
        )}`,
      });
      expect(there).toMatchObject({
        ...saying('Rolling quotes back'),
        metadata: {
          event_type: 'sphera_rollback',
          event_payload: { id: 'a-rollback' },
        },
      });
    },
  );

  it('are edited in place, and keep the id of the rollback', async () => {
    const { posted } = await messages.post(message());
    await messages.edit(posted, saying('quotes was rolled back'));
    expect(slack.workspace.messages()).toMatchObject([
      {
        text: 'quotes was rolled back',
        metadata: { event_payload: { id: 'a-rollback' } },
      },
    ]);
  });

  it('reach people without an address too', async () => {
    slack.slack.faulty.set('down', { calls: ['chat.getPermalink'] });
    const { posted } = await messages.post(message());
    expect(posted).toEqual({ channel: 'C0000000001', ts: expect.any(String) });
  });

  describe('whose answer was lost', () => {
    it.each(['#booking', 'war-room', 'C0000000001'])(
      'are found again in %s, and not posted twice',
      async channel => {
        await loseAnswer({ channel });
        const again = await messages.post(
          message({ channel, mayBeThere: true, ...saying('later') }),
        );
        expect(again.isNew).toBe(false);
        expect(again.posted.ts).toBe(slack.workspace.messages()[0].ts);
        expect(texts()).toEqual(['Rolling quotes back']);
      },
    );

    it('are found among hundreds that came after', async () => {
      await loseAnswer();
      for (let count = 0; count < 450; count += 1) {
        slack.workspace.post(slack.workspace.find('booking')!, saying('chat'));
      }
      const { isNew } = await messages.post(message({ mayBeThere: true }));
      expect(isNew).toBe(false);
    });

    it('are posted where they never arrived', async () => {
      await messages.post(message({ id: 'another-rollback' }));
      const { isNew } = await messages.post(message({ mayBeThere: true }));
      expect(isNew).toBe(true);
      expect(texts()).toHaveLength(2);
    });

    it('are not posted again where the app may not look', async () => {
      await start(['chat:write']);
      await loseAnswer();
      await expect(
        messages.post(message({ mayBeThere: true })),
      ).rejects.toMatchObject({
        isPassing: false,
        message: expect.stringContaining('channels:history'),
      });
      expect(texts()).toHaveLength(1);
    });

    it('are found by an app that may see no private channels', async () => {
      await start(ALL_SCOPES.filter(scope => !scope.startsWith('groups')));
      await loseAnswer();
      const { isNew } = await messages.post(message({ mayBeThere: true }));
      expect(isNew).toBe(false);
    });
  });

  it.each([
    ['nowhere', /^Slack has no channel nowhere, or the app was not invited/],
    ['old', /^The Slack channel old is archived/],
    ['elsewhere', /^The Slack app is not in channel elsewhere/],
  ])('to channel %s are refused for good', async (channel, sentence) => {
    await expect(messages.post(message({ channel }))).rejects.toMatchObject({
      name: 'NeighbourError',
      isPassing: false,
      message: expect.stringMatching(sentence),
    });
  });

  it('that are too long are refused for good', async () => {
    const text = 'x'.repeat(40_001);
    await expect(messages.post(message({ text }))).rejects.toMatchObject({
      isPassing: false,
      message: 'The message is too long for Slack',
    });
  });

  it('that somebody deleted cannot be edited', async () => {
    const { posted } = await messages.post(message());
    slack.workspace.remove(posted);
    await expect(messages.edit(posted, saying('x'))).rejects.toMatchObject({
      isPassing: false,
      message: 'Somebody deleted the message in Slack',
    });
  });

  it('need the scope to write', async () => {
    await start([]);
    await expect(messages.post(message())).rejects.toMatchObject({
      isPassing: false,
      message: 'The Slack app lacks the scope chat:write',
    });
  });
});
