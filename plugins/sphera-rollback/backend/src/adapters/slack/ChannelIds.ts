import type { WebClient } from '@slack/web-api';
import { slackCodeOf } from './slackError';

const AN_ID = /^[CGD][A-Z0-9]{7,}$/;
/** As many as Slack gives at once; it advises against more. */
const AT_ONCE = 200;
const PAGES = 100;

/** Ids of channels by their names: messages are posted by name, but only looked for by id. */
export class ChannelIds {
  readonly #known = new Map<string, string>();

  constructor(private readonly client: WebClient) {}

  /** Keeps what Slack told by the way. */
  note(channel: string, id: string): void {
    this.#known.set(nameOf(channel), id);
  }

  /** @returns `undefined` where the app sees no channel of this name. @throws the client's errors */
  async of(channel: string): Promise<string | undefined> {
    if (AN_ID.test(channel)) return channel;
    const name = nameOf(channel);
    if (!this.#known.has(name)) {
      const id =
        (await this.#find(name, 'public_channel')) ??
        (await this.#findPrivate(name));
      if (id) this.#known.set(name, id);
    }
    return this.#known.get(name);
  }

  async #findPrivate(name: string): Promise<string | undefined> {
    try {
      return await this.#find(name, 'private_channel');
    } catch (error) {
      // An app that is in no private channels may do without the scope for them.
      if (slackCodeOf(error) === 'missing_scope') return undefined;
      throw error;
    }
  }

  async #find(name: string, types: string): Promise<string | undefined> {
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { channels = [], response_metadata: rest } =
        await this.client.conversations.list({
          types,
          exclude_archived: true,
          limit: AT_ONCE,
          cursor,
        });
      const found = channels.find(channel => channel.name === name);
      if (found) return found.id;
      cursor = rest?.next_cursor;
      if (!cursor) return undefined;
    }
    return undefined;
  }
}

function nameOf(channel: string): string {
  return channel.replace(/^#/, '');
}
