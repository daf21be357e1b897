import type { MessageBlock, MessageRequest } from '../Messages';

/** A message as the portal posts it. */
export function message(changes: Partial<MessageRequest> = {}): MessageRequest {
  return {
    channel: '#booking',
    id: 'a-rollback',
    mayBeThere: false,
    since: Date.now(),
    ...saying('Rolling quotes back'),
    ...changes,
  };
}

/** What a message says. */
export function saying(text: string): { text: string; blocks: MessageBlock[] } {
  return {
    text,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
  };
}
