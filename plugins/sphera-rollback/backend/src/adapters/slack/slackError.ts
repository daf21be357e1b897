import {
  ErrorCode,
  type WebAPICallError,
  type WebAPIRequestError,
} from '@slack/web-api';
import { NeighbourError } from '@sphera/plugin-operations-node';
import { NotPostedError } from './NotPostedError';

/** What Slack says no with, in words; what is not here is named as Slack names it. `{channel}` is put in. */
const SENTENCES: Record<string, string> = {
  channel_not_found:
    'Slack has no channel {channel}, or the app was not invited to it: correct the annotation sphera.io/slack-channel or sphera.rollback.slack.channel, or invite the app',
  not_in_channel:
    'The Slack app is not in channel {channel}: invite it there, or give it the scope chat:write.public',
  is_archived:
    'The Slack channel {channel} is archived: name another one in the annotation sphera.io/slack-channel or in sphera.rollback.slack.channel',
  restricted_action:
    'Slack lets only some people post in channel {channel}: allow the app there, or name another channel',
  msg_too_long: 'The message is too long for Slack',
  message_not_found: 'Somebody deleted the message in Slack',
};

/** Errors that are the token's. */
const TOKEN_ERRORS = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
];

/** Errors of Slack that pass. */
const PASSING = [
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
];

/** No connection came about, so that nothing arrived. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** The name of Slack's own error, where it answered with one. */
export function slackCodeOf(error: unknown): string | undefined {
  const { code, data } = error as Partial<WebAPICallError> & {
    data?: { error?: string };
  };
  return code === ErrorCode.PlatformError ? data?.error : undefined;
}

/** An error of Slack's client as one of ours; nothing of what the client knows goes along, since it knows the token. */
export function slackError(error: unknown, channel: string): NeighbourError {
  const failure = error as WebAPICallError;
  switch (failure.code) {
    case ErrorCode.PlatformError:
      return refusal(failure.data, channel);
    case ErrorCode.RateLimitedError:
      return new NotPostedError(
        'Slack wants to be asked less often for a while',
        true,
        failure.retryAfter * 1_000,
      );
    case ErrorCode.HTTPError:
      return new NeighbourError(
        `Slack answers with status ${failure.statusCode}`,
        failure.statusCode >= 500 || failure.statusCode === 408,
      );
    case ErrorCode.RequestError:
      return noAnswer(failure);
    default:
      return new NeighbourError('Slack does not answer as Slack does', true);
  }
}

function refusal(
  { error, needed }: { error?: string; needed?: string },
  channel: string,
): NotPostedError {
  // An answer that is no JSON ends up where the name of an error would be.
  const code = /^[a-z_]{1,60}$/.test(error ?? '') ? error! : 'no reason given';
  if (PASSING.includes(code)) {
    return new NotPostedError(`Slack cannot do it now: ${code}`, true);
  }
  if (TOKEN_ERRORS.includes(code)) {
    return new NotPostedError(
      `Slack does not accept the token in sphera.rollback.slack.token: ${code}`,
      false,
    );
  }
  if (code === 'missing_scope') {
    const scope = /^[a-z:.,]+$/.test(needed ?? '') ? ` ${needed}` : '';
    return new NotPostedError(`The Slack app lacks the scope${scope}`, false);
  }
  const sentence = SENTENCES[code] ?? `Slack refuses the message: ${code}`;
  return new NotPostedError(sentence.replace('{channel}', channel), false);
}

function noAnswer({ original }: WebAPIRequestError): NeighbourError {
  const { code = '' } = original as NodeJS.ErrnoException;
  const sentence = `Slack does not answer${
    /^[A-Z_]{2,40}$/.test(code) ? ` (${code})` : ''
  }`;
  return NEVER_CONNECTED.includes(code)
    ? new NotPostedError(sentence, true)
    : new NeighbourError(sentence, true);
}
