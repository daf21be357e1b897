import { pipeline as pipe } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isAskedByQuery } from '@sphera/plugin-operations-common';
import express, { Request, RequestHandler, Response } from 'express';
import Router from 'express-promise-router';
import type { HandledOperation, Pipeline } from '../pipeline/Pipeline';
import { openApi } from './openApi';
import { queryInput } from './queryInput';

// The longest sensible input is a secret of 64 KiB, each byte escaped (six for one); more is an attack or a mistake.
const LARGEST_BODY = '512kb';

/** The HTTP door of one plugin: a route per operation and their OpenAPI description. */
export function httpDoor(options: {
  plugin: string;
  handled: ReadonlyMap<string, HandledOperation>;
  pipeline: Pipeline;
  httpAuth: HttpAuthService;
}): RequestHandler {
  const { plugin, handled, pipeline, httpAuth } = options;
  const router = Router();

  router.get('/openapi.json', (_request, response) => {
    const open = [...handled.values()]
      .map(({ operation }) => operation)
      .filter(operation => !operation.internal);
    response.json(openApi(plugin, open));
  });
  router.get('/v1/:operation', async (request, response, next) => {
    const found = lookUp(request, 'GET');
    if (!found) return next();
    const query = queryOf(request);
    const format = takeFormat(found, query);
    return answer(
      found,
      request,
      response,
      queryInput(found.operation, query),
      format,
    );
  });
  router.post(
    '/v1/:operation',
    express.json({ limit: LARGEST_BODY, strict: true }),
    async (request, response, next) => {
      const found = lookUp(request, 'POST');
      if (!found) return next();
      return answer(found, request, response, request.body);
    },
  );
  return router;

  function lookUp(request: Request, method: 'GET' | 'POST') {
    const found = handled.get(request.params.operation);
    if (!found || found.operation.internal) return undefined;
    const isGet = isAskedByQuery(found.operation);
    return isGet === (method === 'GET') ? found : undefined;
  }

  async function answer(
    found: HandledOperation,
    request: Request,
    response: Response,
    input: unknown,
    format?: string,
  ) {
    const { isConfidential } = found.operation;
    if (isConfidential) response.setHeader('cache-control', 'no-store');
    const credentials = await httpAuth.credentials(request);
    const incoming = { credentials, door: 'http' as const, input, request };
    const { stream, formats } = found.options;
    if (stream) {
      // Within the pipeline, so that the audit log hears how the sending ended.
      await pipeline.carryOut(found, incoming, async call => {
        const answering = await stream(call);
        const { contentType, fileName, pieces, endsWithReader } = answering;
        response.setHeader('content-type', contentType);
        // Compression would hold lines back until there are enough of them.
        response.setHeader('cache-control', 'no-store, no-transform');
        if (fileName) response.attachment(fileName).type(contentType);
        response.flushHeaders();
        await pipe(Readable.from(pieces), response).catch(error => {
          const hasLeft = error?.code === 'ERR_STREAM_PREMATURE_CLOSE';
          if (!(hasLeft && endsWithReader)) throw error;
        });
      });
      return;
    }
    const output = await pipeline.carryOut(found, incoming);
    if (format) response.type('text/plain').send(formats![format](output));
    // Express would add an etag, which is a hash of the answer.
    else if (isConfidential) response.type('json').end(JSON.stringify(output));
    else response.json(output);
  }
}

/** The query as it was sent: Express would make objects of fields like `a[b]`. */
function queryOf({ originalUrl }: Request): URLSearchParams {
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : originalUrl.slice(mark));
}

/** Takes `format` out of the query where the operation has other forms of its answer. */
function takeFormat(
  { operation, options }: HandledOperation,
  query: URLSearchParams,
): string | undefined {
  const known = Object.keys(options.formats ?? {});
  if (known.length === 0 || !query.has('format')) return undefined;
  const format = query.get('format')!;
  query.delete('format');
  if (format === 'json') return undefined;
  if (known.includes(format)) return format;
  const message = `must be one of json, ${known.join(', ')}`;
  throw Object.assign(
    new InputError(
      `${operation.title} cannot be answered like this: format ${message}`,
    ),
    { details: { fields: [{ field: 'format', message }] } },
  );
}
