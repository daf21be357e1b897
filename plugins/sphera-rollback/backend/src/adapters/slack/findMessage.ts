import type { WebClient } from '@slack/web-api';

/** As the metadata of our messages is called. */
export const EVENT_TYPE = 'sphera_rollback';

const AT_ONCE = 200;
const PAGES = 20;
/** Slack's clock and ours may differ by so many milliseconds. */
const CLOCKS_DIFFER = 300_000;

/** Looks for the message of a rollback in a channel. @returns its `ts`. @throws the client's errors */
export async function findMessage(
  client: WebClient,
  {
    channel,
    id,
    since,
  }: {
    /** Id of the channel. */
    channel: string;
    /** Of the rollback. */
    id: string;
    /** In milliseconds. */
    since: number;
  },
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { messages = [], response_metadata: rest } =
      await client.conversations.history({
        channel,
        oldest: String((since - CLOCKS_DIFFER) / 1_000),
        include_all_metadata: true,
        limit: AT_ONCE,
        cursor,
      });
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === EVENT_TYPE &&
        (metadata.event_payload as { id?: string } | undefined)?.id === id,
    );
    if (found) return found.ts;
    cursor = rest?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}
