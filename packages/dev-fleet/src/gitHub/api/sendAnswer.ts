import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './Call';
import { pageOf } from './pageOf';

/** Sends an answer, or says that the client has it; `true`: it had. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, asked }: { answer: Answer; asked: URL },
): boolean {
  const { status = 200, headers = {} } = answer;
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  if (!answer.body && !answer.bytes) {
    response.writeHead(status).end();
    return false;
  }
  const content = answer.bytes?.content ?? contentOf(response, answer, asked);
  const isGet = request.method === 'GET' || request.method === 'HEAD';
  if (status === 200 && isGet) {
    const tag = `"${createHash('sha256').update(content).digest('hex')}"`;
    response.setHeader('etag', answer.bytes ? tag : `W/${tag}`);
    response.setHeader('cache-control', 'private, max-age=60, s-maxage=60');
    const known = request.headers['if-none-match'] ?? '';
    if (known.includes(tag)) {
      response.writeHead(304).end();
      return true;
    }
  }
  response.writeHead(status, {
    'content-type': answer.bytes?.type ?? 'application/json; charset=utf-8',
    'content-length': content.length,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
  return false;
}

function contentOf(
  response: ServerResponse,
  { body, isList, listName }: Answer,
  asked: URL,
): Buffer {
  if (!isList) return Buffer.from(JSON.stringify(body));
  const all = body as object[];
  const { items, link } = pageOf(all, asked);
  if (link) response.setHeader('link', link);
  const said = listName
    ? { total_count: all.length, [listName]: items }
    : items;
  return Buffer.from(JSON.stringify(said));
}
