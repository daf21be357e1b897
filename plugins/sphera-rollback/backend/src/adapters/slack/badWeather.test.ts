import { inspect } from 'node:util';
import { startSlackStandIn, type RunningSlack } from '@sphera/dev-fleet';
import { message, saying } from './__testUtils__/message';
import { NotPostedError } from './NotPostedError';
import { openMessages } from './openMessages';

const TOKEN = 'canary-of-slack-5Tq8Zr2W';

describe('where Slack is not well', () => {
  let slack: RunningSlack;
  beforeEach(async () => {
    slack = await startSlackStandIn({
      token: TOKEN,
      channels: [{ name: 'booking' }],
    });
  });
  afterEach(() => slack.stop());

  const open = (changes: { token?: string; apiUrl?: string } = {}) =>
    openMessages({
      settings: { slack: { token: TOKEN, apiUrl: slack.apiUrl, ...changes } },
      // A machine that is busy with other tests is slow, and that is no fault of Slack.
      answerWithin: slack.slack.faulty.current === 'slow' ? 300 : 60_000,
    })!;
  const failure = async (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      error => error,
    );
  const post = async (changes = {}) => failure(open(changes).post(message()));

  it.each([
    ['down', 'Slack does not answer (ECONNRESET)'],
    ['slow', 'Slack does not answer (ECONNABORTED)'],
    ['broken', 'Slack answers with status 503'],
    ['lost', 'Slack does not answer (ECONNRESET)'],
  ] as const)(
    'by fault "%s", the message may be there, and is tried again later',
    async (fault, sentence) => {
      slack.slack.faulty.set(fault);
      const error = await post();
      expect(error).toMatchObject({ isPassing: true, message: sentence });
      expect(error).not.toBeInstanceOf(NotPostedError);
    },
  );

  it('nothing is repeated behind the back of who asks', async () => {
    slack.slack.faulty.set('broken');
    await post();
    expect(slack.slack.calls('chat.postMessage')).toBe(1);
  });

  it('a wish to be left alone is passed on', async () => {
    slack.slack.faulty.set('ratelimited');
    const error = await post();
    expect(error).toBeInstanceOf(NotPostedError);
    expect(error).toMatchObject({ isPassing: true, retryAfter: 30_000 });
  });

  it('nothing was posted where no connection came about', async () => {
    await slack.stop();
    const error = await post();
    expect(error).toBeInstanceOf(NotPostedError);
    expect(error).toMatchObject({
      isPassing: true,
      message: 'Slack does not answer (ECONNREFUSED)',
    });
    slack = await startSlackStandIn();
  });

  it('a look that fails does not tell that nothing was posted', async () => {
    slack.slack.faulty.set('ratelimited', { calls: ['conversations.history'] });
    const error = await failure(open().post(message({ mayBeThere: true })));
    expect(error).toMatchObject({ isPassing: true, retryAfter: 30_000 });
    expect(error).not.toBeInstanceOf(NotPostedError);
  });

  it.each([
    [{ token: 'another' }, 'none'],
    [{}, 'unauthorized'],
  ] as const)(
    'a token that is not accepted does not get better by waiting',
    async (changes, fault) => {
      slack.slack.faulty.set(fault);
      expect(await post(changes)).toMatchObject({
        isPassing: false,
        message:
          'Slack does not accept the token in sphera.rollback.slack.token: invalid_auth',
      });
    },
  );

  it('the token is in no error, however closely one looks', async () => {
    const faults = [
      'down',
      'slow',
      'broken',
      'ratelimited',
      'lost',
      'gone',
      'unauthorized',
    ] as const;
    for (const fault of faults) {
      slack.slack.faulty.set(fault);
      const posted = { channel: 'C0000000001', ts: '1.000001' };
      for (const error of [
        await post(),
        await failure(open().edit(posted, saying('x'))),
        await failure(open().post(message({ mayBeThere: true }))),
      ]) {
        expect(error).toBeInstanceOf(Error);
        expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(
          TOKEN,
        );
      }
    }
  }, 30_000);
});
