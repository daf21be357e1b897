import { startSlackStandIn, type RunningSlack } from './startSlackStandIn';

let slack: RunningSlack;

beforeEach(async () => {
  slack = await startSlackStandIn({
    channels: [
      { name: 'general' },
      { name: 'private', isPrivate: true },
      { name: 'hidden', isPrivate: true, isWithoutApp: true },
      { name: 'archived', isArchived: true },
    ],
  });
});
afterEach(() => slack.stop());

async function call(
  method: string,
  fields: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${slack.token}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(fields),
  });
  return response.json();
}

const post = (fields: object) =>
  call('chat.postMessage', { channel: 'general', ...fields });

describe('Slack’s stand-in', () => {
  it('knows who asks', async () => {
    expect(await call('auth.test')).toMatchObject({ ok: true, user: 'portal' });
    expect(
      await call('auth.test', {}, { authorization: 'Bearer another' }),
    ).toEqual({ ok: false, error: 'invalid_auth' });
    const nobody = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await nobody.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('takes forms as well as JSON', async () => {
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({
        token: slack.token,
        channel: '#general',
        text: 'hello',
        blocks: JSON.stringify([{ type: 'divider' }]),
      }),
    });
    expect(await response.json()).toMatchObject({
      ok: true,
      channel: 'C0000000001',
      message: { text: 'hello', blocks: [{ type: 'divider' }] },
    });
  });

  it('has no method that it does not know', async () => {
    expect(await call('chat.delete')).toEqual({
      ok: false,
      error: 'unknown_method',
      req_method: 'chat.delete',
    });
  });

  it.each([
    [{ text: '' }, 'no_text'],
    [{ text: 'x'.repeat(40_001) }, 'msg_too_long'],
    [{ channel: 'nowhere', text: 'x' }, 'channel_not_found'],
    [{ channel: 'hidden', text: 'x' }, 'channel_not_found'],
    [{ channel: 'archived', text: 'x' }, 'is_archived'],
    [{ text: 'x', metadata: { event_type: 'y' } }, 'invalid_metadata_format'],
    [{ blocks: [{ type: 'dance' }] }, 'invalid_blocks'],
    [{ blocks: Array(51).fill({ type: 'divider' }) }, 'invalid_blocks'],
    [{ blocks: [section('x'.repeat(3_001))] }, 'invalid_blocks'],
    [{ blocks: [section('')] }, 'invalid_blocks'],
    [
      { blocks: [{ type: 'section', fields: Array(11).fill(text('x')) }] },
      'invalid_blocks',
    ],
    [
      { blocks: [{ type: 'section', fields: [text('x'.repeat(2_001))] }] },
      'invalid_blocks',
    ],
    [{ blocks: [{ type: 'header', text: text('x') }] }, 'invalid_blocks'],
  ])('refuses %j as Slack does', async (fields, error) => {
    expect(await post(fields)).toMatchObject({ ok: false, error });
    expect(slack.workspace.messages()).toEqual([]);
  });

  it('takes what is just within the limits', async () => {
    const blocks = [
      section('x'.repeat(3_000)),
      { type: 'section', fields: Array(10).fill(text('x'.repeat(2_000))) },
      {
        type: 'header',
        text: { type: 'plain_text', text: 'x'.repeat(150) },
      },
      { type: 'context', elements: [text('x')] },
    ];
    expect(await post({ text: 'x'.repeat(40_000), blocks })).toMatchObject({
      ok: true,
    });
  });

  it('edits its messages, and keeps their metadata', async () => {
    const metadata = { event_type: 'x', event_payload: { id: '1' } };
    const { ts, channel } = await post({ text: 'before', metadata });
    expect(
      await call('chat.update', { channel, ts, text: 'after' }),
    ).toMatchObject({ ok: true, ts, text: 'after' });
    expect(slack.workspace.messages()).toMatchObject([
      { text: 'after', metadata },
    ]);
    expect(
      await call('chat.update', { channel, ts: '1.000000', text: 'x' }),
    ).toMatchObject({ error: 'message_not_found' });
    expect(
      await call('chat.update', { channel: 'general', ts, text: 'x' }),
    ).toMatchObject({ error: 'channel_not_found' });
  });

  it('tells a channel’s history by its id alone, page by page, the newest first', async () => {
    const metadata = { event_type: 'x', event_payload: { id: '1' } };
    const stamps: string[] = [];
    for (const each of ['a', 'b', 'c']) {
      stamps.push((await post({ text: each, metadata })).ts);
    }
    expect(
      await call('conversations.history', { channel: 'general' }),
    ).toMatchObject({ error: 'channel_not_found' });
    const channel = 'C0000000001';
    const first = await call('conversations.history', { channel, limit: 2 });
    expect(first).toMatchObject({
      has_more: true,
      messages: [{ text: 'c', metadata: { event_type: 'x' } }, { text: 'b' }],
    });
    expect(first.messages[0].metadata.event_payload).toBeUndefined();
    expect(
      await call('conversations.history', {
        channel,
        limit: 2,
        cursor: first.response_metadata.next_cursor,
        include_all_metadata: true,
      }),
    ).toMatchObject({ has_more: false, messages: [{ text: 'a', metadata }] });
    const later = await call('conversations.history', {
      channel,
      oldest: stamps[1],
    });
    expect(later.messages).toMatchObject([{ text: 'c' }]);
  });

  it('lists the channels that the app may see', async () => {
    const names = async (fields: object) =>
      (await call('conversations.list', { ...fields })).channels.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names({})).toEqual(['general', 'archived']);
    expect(await names({ exclude_archived: true })).toEqual(['general']);
    expect(await names({ types: 'private_channel' })).toEqual(['private']);
  });

  it.each([
    ['chat:write', 'chat.postMessage', { channel: 'general', text: 'x' }],
    ['channels:read', 'conversations.list', {}],
    ['groups:read', 'conversations.list', { types: 'private_channel' }],
    ['channels:history', 'conversations.history', { channel: 'C0000000001' }],
    ['groups:history', 'conversations.history', { channel: 'C0000000002' }],
  ])('wants the scope %s for %s %j', async (needed, method, fields) => {
    await slack.stop();
    slack = await startSlackStandIn({
      channels: [{ name: 'general' }, { name: 'private', isPrivate: true }],
      scopes: ['other'],
    });
    expect(await call(method, fields)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'other',
    });
  });
});

function text(content: string) {
  return { type: 'mrkdwn', text: content };
}

function section(content: string) {
  return { type: 'section', text: text(content) };
}
