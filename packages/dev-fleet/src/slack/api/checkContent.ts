import { SlackError } from '../SlackError';
import type { MessageContent } from '../SlackWorkspace';
import type { Fields } from './fieldsOf';
import { textOf } from './fieldsOf';

// The limits of https://docs.slack.dev/reference/block-kit/blocks
const TEXT = 40_000;
const BLOCKS = 50;
const SECTION = 3_000;
const FIELD = 2_000;
const HEADER = 150;
const TEN = 10;

interface TextObject {
  type?: string;
  text?: unknown;
}

/** What a message is to say, as far as Slack would take it. @throws SlackError where it would not */
export function contentOf(fields: Fields): MessageContent {
  const text = textOf(fields, 'text');
  const blocks = (fields.blocks ?? []) as object[];
  const metadata = fields.metadata as MessageContent['metadata'];
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  if (text === '' && blocks.length === 0) throw new SlackError('no_text');
  if (text.length > TEXT) throw new SlackError('msg_too_long');
  if (blocks.length > BLOCKS || !blocks.every(isBlock)) {
    throw new SlackError('invalid_blocks');
  }
  if (
    metadata &&
    !(metadata.event_type && typeof metadata.event_payload === 'object')
  ) {
    throw new SlackError('invalid_metadata_format');
  }
  return { text, blocks, metadata };
}

function isBlock(block: {
  type?: string;
  text?: TextObject;
  fields?: TextObject[];
  elements?: TextObject[];
}): boolean {
  const { text, fields, elements } = block;
  switch (block.type) {
    case 'divider':
      return true;
    case 'header':
      return text?.type === 'plain_text' && isText(text, HEADER);
    case 'section':
      return (
        (text !== undefined || fields !== undefined) &&
        (text === undefined || isText(text, SECTION)) &&
        (fields === undefined ||
          (fields.length > 0 &&
            fields.length <= TEN &&
            fields.every(field => isText(field, FIELD))))
      );
    case 'context':
      return (
        elements !== undefined &&
        elements.length > 0 &&
        elements.length <= TEN &&
        elements.every(element => isText(element, SECTION))
      );
    default:
      return false;
  }
}

function isText({ type, text }: TextObject, longest: number): boolean {
  return (
    (type === 'mrkdwn' || type === 'plain_text') &&
    typeof text === 'string' &&
    text.length > 0 &&
    text.length <= longest
  );
}
