import type { Fields } from '../../aws/Fields';
import { invalidParameter } from '../errors';

/** One page of a list, and where it ended. @throws AwsError InvalidParameterException */
export function pageOf<T>(
  all: readonly T[],
  fields: Fields,
  how: {
    /** How many where nobody says. */
    usual: number;
    /** What the list is in order of. */
    markOf(entry: T): string;
  },
): { page: T[]; nextToken?: string } {
  const most =
    fields.number('maxResults', { least: 1, most: 1_000 }) ?? how.usual;
  const after = readMark(fields.text('nextToken'));
  const following =
    after === undefined ? all : all.filter(each => how.markOf(each) > after);
  const page = following.slice(0, most);
  const last = page.at(-1);
  return {
    page,
    ...(last !== undefined &&
      following.length > most && { nextToken: written(how.markOf(last)) }),
  };
}

function written(mark: string): string {
  return Buffer.from(JSON.stringify({ after: mark })).toString('base64');
}

function readMark(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  try {
    const { after } = JSON.parse(Buffer.from(token, 'base64').toString());
    if (typeof after === 'string') return after;
  } catch {
    // Said below.
  }
  throw invalidParameter('nextToken', 'The token is invalid');
}
