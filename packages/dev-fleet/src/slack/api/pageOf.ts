import { SlackError } from '../SlackError';
import { textOf, type Fields } from './fieldsOf';

/** Part of a list as `cursor` and `limit` ask for it, with what Slack says of the rest. @throws SlackError */
export function pageOf<T>(
  all: readonly T[],
  fields: Fields,
): { items: T[]; has_more: boolean; response_metadata: object } {
  const limit = Number(textOf(fields, 'limit') || 100);
  const cursor = textOf(fields, 'cursor');
  const offset = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0;
  if (!(limit >= 1 && limit <= 1_000)) throw new SlackError('invalid_limit');
  if (!Number.isInteger(offset)) throw new SlackError('invalid_cursor');
  const end = offset + limit;
  const hasMore = end < all.length;
  return {
    items: all.slice(offset, end),
    has_more: hasMore,
    response_metadata: {
      next_cursor: hasMore ? Buffer.from(String(end)).toString('base64') : '',
    },
  };
}
