import type { Fields } from '../../aws/Fields';
import { invalidNextToken } from '../errors';

/** Where a page ended, as its `NextToken`. */
export const pageMark = (mark: object): string =>
  Buffer.from(JSON.stringify(mark)).toString('base64');

/** Where the page before ended; absent: there is none. @throws AwsError InvalidNextTokenException */
export function readPageMark<T extends object>(
  fields: Fields,
  isMark: (mark: Partial<T>) => mark is T,
): T | undefined {
  const token = fields.text('NextToken', { least: 1, most: 4_096 });
  if (token === undefined) return undefined;
  let mark: unknown;
  try {
    mark = JSON.parse(Buffer.from(token, 'base64').toString());
  } catch {
    throw invalidNextToken();
  }
  if (typeof mark !== 'object' || mark === null || !isMark(mark)) {
    throw invalidNextToken();
  }
  return mark;
}
