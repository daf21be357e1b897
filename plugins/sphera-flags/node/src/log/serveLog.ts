import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './Log';
import { UnknownTopicError } from './UnknownTopicError';
import { appendSchema, readAnswer, readQuerySchema } from './wire';

/** A question waits no longer for records, in milliseconds, so that nothing on the way gives it up. */
const LONGEST_WAIT = 25_000;
const LARGEST_BODY = 16 * 1024 * 1024;

/** How a request is refused. */
class Refusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  // A page of another site can send a browser here with any other kind, not with this one.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The body must be application/json');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      throw new Refusal(413, `The body may have ${LARGEST_BODY} bytes`);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'The body is no JSON');
  }
}

async function append(log: Log, topic: string, request: IncomingMessage) {
  const body = appendSchema.safeParse(await bodyOf(request));
  if (!body.success) throw new Refusal(400, 'The body has no records');
  await log.append(topic, body.data.records);
  return {};
}

async function read(
  log: Log,
  topic: string,
  { partition, query }: { partition: string; query: URLSearchParams },
  response: ServerResponse,
) {
  const asked = readQuerySchema.safeParse(Object.fromEntries(query));
  if (!asked.success) throw new Refusal(400, 'from and waitMs must be numbers');
  const { from, waitMs } = asked.data;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const wait = Math.min(waitMs, LONGEST_WAIT);
  return readAnswer(
    await log.read(topic, Number(partition), from, wait, gone.signal),
  );
}

function statusOf(error: unknown): number {
  if (error instanceof Refusal) return error.status;
  if (error instanceof UnknownTopicError) return 404;
  const isBadAddress = error instanceof RangeError || error instanceof URIError;
  return isBadAddress ? 400 : 500;
}

/**
 * Serves a log over HTTP: `GET <prefix>/topics/<topic>`, `POST …/records`, `GET …/partitions/<number>/records`. It asks
 * nobody who they are: for this machine alone.
 * @returns a handler that answers `undefined` where a request is for somebody else
 */
export function serveLog(
  log: Log,
  { prefix }: { prefix: string },
): (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | undefined {
  async function answer(
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<object> {
    const [, name, rest = ''] = /^\/topics\/([^/]+)(\/.+)?$/.exec(path) ?? [];
    const topic = decodeURIComponent(name ?? '');
    const [, partition] = /^\/partitions\/(\d{1,6})\/records$/.exec(rest) ?? [];
    switch (`${request.method} ${partition ? '/partition' : rest}`) {
      case 'GET ':
        return { partitions: await log.partitions(topic) };
      case 'POST /records':
        return append(log, topic, request);
      case 'GET /partition':
        return read(log, topic, { partition, query }, response);
      default:
        throw new Refusal(404, 'There is nothing of a log here');
    }
  }

  async function handle(
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const path = url.pathname.slice(prefix.length);
    let status = 200;
    let body: object;
    try {
      body = await answer(path, url.searchParams, request, response);
    } catch (error) {
      status = statusOf(error);
      body = { error: { message: (error as Error).message } };
    }
    if (response.destroyed) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    return url.pathname.startsWith(`${prefix}/`)
      ? handle(url, request, response)
      : undefined;
  };
}
