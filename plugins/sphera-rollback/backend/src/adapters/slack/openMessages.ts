import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { RollbackSettings } from '../../settings/RollbackSettings';
import type { Messages } from './Messages';
import { SlackMessages } from './SlackMessages';

/** How long one answer may take, in milliseconds. */
const ANSWER_WITHIN = 10_000;

/** What the client logs has whole messages in it; errors say what is needed. */
const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Slack of the configuration; `undefined` where there is none. */
export function openMessages({
  settings,
  answerWithin = ANSWER_WITHIN,
}: {
  settings: Pick<RollbackSettings, 'slack'>;
  /** In milliseconds. */
  answerWithin?: number;
}): Messages | undefined {
  if (!settings.slack) return undefined;
  const { token, apiUrl } = settings.slack;
  return new SlackMessages(
    new WebClient(token, {
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      allowAbsoluteUrls: false,
      timeout: answerWithin,
      maxRequestConcurrency: 4,
      // A post that is repeated blindly is a second message: who asks decides what to do.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silent,
    }),
  );
}
