import type { ServerResponse } from 'node:http';
import type { StatusError } from '../StatusError';

/** Answers with a JSON document. */
export function sendJson(
  response: ServerResponse,
  code: number,
  body: object,
): void {
  const text = JSON.stringify(body);
  response.writeHead(code, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Answers with the Status of an error. */
export function sendStatus(response: ServerResponse, error: StatusError): void {
  sendJson(response, error.code, error.toStatus());
}
