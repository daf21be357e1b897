import type { WebClient } from '@slack/web-api';
import { NeighbourError } from '@sphera/plugin-operations-node';
import { ChannelIds } from './ChannelIds';
import { EVENT_TYPE, findMessage } from './findMessage';
import type {
  MessageRequest,
  Messages,
  MessageText,
  PostedMessage,
} from './Messages';
import { slackCodeOf, slackError } from './slackError';

/** What the app may not do where it cannot look into a channel. */
const CANNOT_READ = ['missing_scope', 'not_in_channel', 'channel_not_found'];

/**
 * Messages through Slack's Web API. The app needs the scope `chat:write`. To find a message whose answer was lost it needs
 * `channels:history` and `channels:read` besides, `groups:history` and `groups:read` for private channels.
 */
export class SlackMessages implements Messages {
  readonly #channels: ChannelIds;

  constructor(private readonly client: WebClient) {
    this.#channels = new ChannelIds(client);
  }

  async post(request: MessageRequest) {
    const { channel, id, text, blocks } = request;
    if (request.mayBeThere) {
      const there = await this.#find(request);
      if (there) return { posted: await this.#withUrl(there), isNew: false };
    }
    const answer = await this.client.chat
      .postMessage({
        channel,
        text,
        blocks,
        metadata: { event_type: EVENT_TYPE, event_payload: { id } },
        unfurl_links: false,
        unfurl_media: false,
      })
      .catch(error => {
        throw slackError(error, channel);
      });
    if (!answer.channel || !answer.ts) {
      throw new NeighbourError('Slack does not answer as Slack does', true);
    }
    this.#channels.note(channel, answer.channel);
    const posted = { channel: answer.channel, ts: answer.ts };
    return { posted: await this.#withUrl(posted), isNew: true };
  }

  async edit(
    { channel, ts }: PostedMessage,
    { text, blocks }: MessageText,
  ): Promise<void> {
    await this.client.chat
      .update({ channel, ts, text, blocks })
      .catch(error => {
        throw slackError(error, channel);
      });
  }

  async #find(request: MessageRequest): Promise<PostedMessage | undefined> {
    const { channel: name, id, since } = request;
    try {
      const channel = await this.#channels.of(name);
      if (!channel) throw cannotTell(name);
      const ts = await findMessage(this.client, { channel, id, since });
      return ts === undefined ? undefined : { channel, ts };
    } catch (error) {
      if (error instanceof NeighbourError) throw error;
      if (CANNOT_READ.includes(slackCodeOf(error) ?? '')) {
        throw cannotTell(name);
      }
      const { message, isPassing, retryAfter } = slackError(error, name);
      // Whatever became of the look, the message may still be there.
      throw new NeighbourError(message, isPassing, retryAfter);
    }
  }

  /** Without its address, a message is as good. */
  async #withUrl({ channel, ts }: PostedMessage): Promise<PostedMessage> {
    try {
      const { permalink: url } = await this.client.chat.getPermalink({
        channel,
        message_ts: ts,
      });
      return { channel, ts, ...(url !== undefined && { url }) };
    } catch {
      return { channel, ts };
    }
  }
}

function cannotTell(channel: string): NeighbourError {
  return new NeighbourError(
    `Slack's answer to the message in ${channel} was lost, and the app may not look whether it is there: it needs the scopes channels:read and channels:history (groups:read and groups:history for a private channel), and to be in the channel`,
    false,
  );
}
