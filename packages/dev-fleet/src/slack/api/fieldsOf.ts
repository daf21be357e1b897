import type { IncomingMessage } from 'node:http';
import { mediaTypeOf, readText } from '../../kubernetes/http/body';
import { SlackError } from '../SlackError';

/** What a call brought. */
export type Fields = Record<string, unknown>;

/** Fields whose value is JSON inside of a form. */
const JSON_FIELDS = ['blocks', 'metadata', 'attachments'];

/** The arguments of a call, from a form or JSON. @throws SlackError where it is neither */
export async function fieldsOf(request: IncomingMessage): Promise<Fields> {
  const text = await readText(request);
  switch (mediaTypeOf(request)) {
    case 'application/json':
      return parsed(text, 'invalid_json') as Fields;
    case 'application/x-www-form-urlencoded':
    case '':
      return Object.fromEntries(
        [...new URLSearchParams(text)].map(([key, value]) => [
          key,
          JSON_FIELDS.includes(key)
            ? parsed(
                value,
                key === 'metadata'
                  ? 'invalid_metadata_format'
                  : 'invalid_blocks_format',
              )
            : value,
        ]),
      );
    default:
      throw new SlackError('invalid_post_type');
  }
}

function parsed(text: string, code: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SlackError(code);
  }
}

/** A text among them; empty where it is not there. */
export const textOf = (fields: Fields, name: string): string =>
  fields[name] === undefined ? '' : String(fields[name]);

/** A yes or no among them. */
export const isSet = (fields: Fields, name: string): boolean =>
  ['true', '1'].includes(textOf(fields, name));
