/** What can be wrong with Slack, and what its clients see of it. */
export const SLACK_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  broken: 'each answer is a page with status 503',
  ratelimited: 'status 429, to come back in thirty seconds',
  lost: 'messages are taken, and the answer never comes',
  gone: 'channel_not_found, whatever the channel',
  unauthorized: 'invalid_auth',
} as const;

export type SlackFault = keyof typeof SLACK_FAULTS;
