import type { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import type { Json } from '../patching/json';
import { badRequest, unsupportedMediaType } from '../StatusError';

/** The body of a request. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The object in a body, written as JSON or YAML. @throws StatusError 400, 415 */
export async function readObject(request: IncomingMessage): Promise<Json> {
  const text = await readText(request);
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'application/yaml') return parseYaml(text);
  if (mediaType !== 'application/json' && mediaType !== '') {
    throw unsupportedMediaType([
      'application/json',
      'application/yaml',
      'application/vnd.kubernetes.protobuf',
    ]);
  }
  return parseJson(text);
}

/** @throws StatusError 400 if it is no JSON */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
}

/** What a body is written in, without parameters; empty where nothing is said. */
export function mediaTypeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0].trim();
}
