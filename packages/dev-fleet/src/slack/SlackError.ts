/** How Slack's API says no: `{ ok: false, error: 'channel_not_found' }`. */
export class SlackError extends Error {
  constructor(
    /** As Slack spells it. */
    readonly code: string,
    /** What else is in the answer. */
    readonly details: object = {},
  ) {
    super(code);
  }
}
