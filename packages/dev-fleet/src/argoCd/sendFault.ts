import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../kubernetes/http/answers';
import { ArgoCdError } from './ArgoCdError';
import type { ArgoCdFault } from './faults';

/** Answers as a fault wants it; `false`: nothing was answered. */
export function sendFault(
  fault: ArgoCdFault,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  switch (fault) {
    case 'down':
      request.socket.destroy();
      return true;
    case 'unauthorized':
      send(response, new ArgoCdError('unauthenticated', 'token is revoked'));
      return true;
    case 'forbidden':
      send(response, new ArgoCdError('denied', 'permission denied'));
      return true;
    case 'broken':
      response
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<html><body><h1>502 Bad Gateway</h1></body></html>\n');
      return true;
    default:
      return false;
  }
}

function send(response: ServerResponse, error: ArgoCdError): void {
  sendJson(response, error.status, error.toBody());
}
