import { machineClock, type Clock } from '../kubernetes/clock';
import { SlackError } from './SlackError';

/** A channel, as its workspace is opened with it. */
export interface ChannelSeed {
  name: string;
  isPrivate?: boolean;
  isArchived?: boolean;
  /** The app was not invited. */
  isWithoutApp?: boolean;
}

/** A channel. */
export interface SlackChannel extends ChannelSeed {
  /** `C0000000001` */
  id: string;
}

/** What a message says. */
export interface MessageContent {
  text: string;
  blocks: object[];
  metadata?: { event_type: string; event_payload: object };
}

/** A message. */
export interface SlackMessage extends MessageContent {
  channel: string;
  /** Seconds since 1970, with six digits behind the point: its id in the channel. */
  ts: string;
  /** When it was edited last, in the same manner. */
  editedTs?: string;
}

/** Channels and messages of one Slack workspace. */
export class SlackWorkspace {
  readonly channels: SlackChannel[];
  #messages: SlackMessage[] = [];
  #last = 0;

  constructor(
    channels: ChannelSeed[],
    private readonly clock: Pick<Clock, 'now'> = machineClock(),
  ) {
    this.channels = channels.map((seed, index) => ({
      ...seed,
      id: `C${String(index + 1).padStart(10, '0')}`,
    }));
  }

  /** A channel by its id, or by its name with or without `#`. */
  find(channel: string): SlackChannel | undefined {
    const name = channel.replace(/^#/, '');
    return this.channels.find(
      each => each.id === channel || each.name === name,
    );
  }

  /** Messages of a channel, the oldest first; of all channels where none is named. */
  messages(channel?: string): SlackMessage[] {
    if (channel === undefined) return [...this.#messages];
    const id = this.find(channel)?.id;
    return this.#messages.filter(message => message.channel === id);
  }

  post(channel: SlackChannel, content: MessageContent): SlackMessage {
    const message = { ...content, channel: channel.id, ts: this.#nextTs() };
    this.#messages.push(message);
    return message;
  }

  /** Metadata stays where none is given. @throws SlackError where there is no such message */
  update(
    channel: SlackChannel,
    ts: string,
    { metadata, ...content }: MessageContent,
  ): SlackMessage {
    const message = this.message(channel, ts);
    Object.assign(message, content, metadata && { metadata });
    message.editedTs = this.#nextTs();
    return message;
  }

  /** @throws SlackError where there is none */
  message(channel: SlackChannel, ts: string): SlackMessage {
    const found = this.#messages.find(
      message => message.channel === channel.id && message.ts === ts,
    );
    if (!found) throw new SlackError('message_not_found');
    return found;
  }

  /** Somebody deletes a message. */
  remove({ channel, ts }: Pick<SlackMessage, 'channel' | 'ts'>): void {
    this.#messages = this.#messages.filter(
      message => message.channel !== channel || message.ts !== ts,
    );
  }

  #nextTs(): string {
    this.#last = Math.max(this.#last + 1, this.clock.now() * 1_000);
    return `${Math.floor(this.#last / 1e6)}.${String(this.#last % 1e6).padStart(
      6,
      '0',
    )}`;
  }
}
