import { SlackError } from '../SlackError';
import type {
  SlackChannel,
  SlackMessage,
  SlackWorkspace,
} from '../SlackWorkspace';
import { contentOf } from './checkContent';
import { isSet, textOf, type Fields } from './fieldsOf';
import { pageOf } from './pageOf';

/** What a method works with. */
export interface MethodCall {
  fields: Fields;
  workspace: SlackWorkspace;
  /** Scopes of the token. */
  scopes: readonly string[];
  /** Address of the page with the messages. */
  page: string;
}

/** The methods that are here, by name. What they answer is what Slack's documentation has for them, but not all of it. */
export const slackMethods: Record<string, (call: MethodCall) => object> = {
  'auth.test': ({ page }) => ({
    url: `${page}/`,
    team: 'Kestrel Parcels',
    user: 'portal',
    team_id: 'T0000000001',
    user_id: 'U0000000001',
    bot_id: 'B0000000001',
  }),

  'conversations.list'({ fields, workspace, scopes }) {
    const types = (textOf(fields, 'types') || 'public_channel').split(',');
    if (types.includes('public_channel')) need(scopes, 'channels:read');
    if (types.includes('private_channel')) need(scopes, 'groups:read');
    const channels = workspace.channels.filter(
      ({ isPrivate, isArchived, isWithoutApp }) =>
        types.includes(isPrivate ? 'private_channel' : 'public_channel') &&
        !(isPrivate && isWithoutApp) &&
        !(isArchived && isSet(fields, 'exclude_archived')),
    );
    const { items, ...rest } = pageOf(channels, fields);
    return { channels: items.map(listedChannel), ...rest };
  },

  'conversations.history'({ fields, workspace, scopes }) {
    const channel = workspace.channels.find(
      ({ id }) => id === textOf(fields, 'channel'),
    );
    if (!channel) throw new SlackError('channel_not_found');
    need(scopes, channel.isPrivate ? 'groups:history' : 'channels:history');
    if (channel.isWithoutApp) throw new SlackError('not_in_channel');
    const oldest = Number(textOf(fields, 'oldest') || 0);
    const latest = Number(textOf(fields, 'latest') || Infinity);
    const isInclusive = isSet(fields, 'inclusive');
    const messages = workspace
      .messages(channel.id)
      .filter(({ ts }) =>
        isInclusive
          ? Number(ts) >= oldest && Number(ts) <= latest
          : Number(ts) > oldest && Number(ts) < latest,
      )
      .reverse();
    const { items, ...rest } = pageOf(messages, fields);
    const withMetadata = isSet(fields, 'include_all_metadata');
    return {
      messages: items.map(message => listedMessage(message, withMetadata)),
      ...rest,
    };
  },

  'chat.postMessage'({ fields, workspace, scopes }) {
    const channel = writable(workspace.find(textOf(fields, 'channel')), scopes);
    const message = workspace.post(channel, contentOf(fields));
    return {
      channel: channel.id,
      ts: message.ts,
      message: listedMessage(message, true),
    };
  },

  'chat.update'({ fields, workspace, scopes }) {
    const id = textOf(fields, 'channel');
    const channel = writable(
      workspace.channels.find(each => each.id === id),
      scopes,
    );
    const { ts, text } = workspace.update(
      channel,
      textOf(fields, 'ts'),
      contentOf(fields),
    );
    return { channel: channel.id, ts, text };
  },

  'chat.getPermalink'({ fields, workspace, page }) {
    const id = textOf(fields, 'channel');
    const channel = workspace.channels.find(each => each.id === id);
    if (!channel) throw new SlackError('channel_not_found');
    const { ts } = workspace.message(channel, textOf(fields, 'message_ts'));
    return {
      channel: id,
      permalink: `${page}/archives/${id}/p${ts.replace('.', '')}`,
    };
  },
};

function need(scopes: readonly string[], needed: string): void {
  if (scopes.includes(needed)) return;
  throw new SlackError('missing_scope', { needed, provided: scopes.join(',') });
}

function writable(
  channel: SlackChannel | undefined,
  scopes: readonly string[],
): SlackChannel {
  need(scopes, 'chat:write');
  if (!channel || (channel.isPrivate && channel.isWithoutApp)) {
    throw new SlackError('channel_not_found');
  }
  if (channel.isWithoutApp && !scopes.includes('chat:write.public')) {
    throw new SlackError('not_in_channel');
  }
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

function listedChannel(channel: SlackChannel) {
  return {
    id: channel.id,
    name: channel.name,
    is_channel: true,
    is_private: Boolean(channel.isPrivate),
    is_archived: Boolean(channel.isArchived),
    is_member: !channel.isWithoutApp,
  };
}

function listedMessage(message: SlackMessage, withMetadata: boolean) {
  const { ts, text, blocks, metadata, editedTs } = message;
  return {
    type: 'message',
    bot_id: 'B0000000001',
    user: 'U0000000001',
    ts,
    text,
    blocks,
    ...(editedTs && { edited: { user: 'B0000000001', ts: editedTs } }),
    // Without the wish for all of it, Slack names the kind of event alone.
    ...(metadata && {
      metadata: withMetadata ? metadata : { event_type: metadata.event_type },
    }),
  };
}
