import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHubFault } from './faults';
import { GitHubError } from './GitHubError';

/** How long it takes no more calls where it has had enough of them, in seconds. */
const LIMITED = 1_200;

/** The same, where calls came too quickly. */
const BRIEFLY = 60;

/** Answers as a fault wants it; `false`: nothing was answered. */
export function sendFault(
  fault: GitHubFault,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  switch (fault) {
    case 'down':
      request.socket.destroy();
      return true;
    case 'unauthorized':
      send(response, new GitHubError(401, 'Bad credentials'));
      return true;
    case 'forbidden':
      send(
        response,
        new GitHubError(403, 'Resource not accessible by integration'),
      );
      return true;
    case 'limited':
      response.setHeader('x-ratelimit-remaining', '0');
      response.setHeader(
        'x-ratelimit-reset',
        String(Math.ceil(Date.now() / 1_000) + LIMITED),
      );
      send(response, new GitHubError(403, 'API rate limit exceeded for user.'));
      return true;
    case 'limited-briefly':
      response.setHeader('retry-after', String(BRIEFLY));
      send(
        response,
        new GitHubError(
          403,
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        ),
      );
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

function send(response: ServerResponse, error: GitHubError): void {
  response
    .writeHead(error.status, {
      'content-type': 'application/json; charset=utf-8',
    })
    .end(JSON.stringify(error.toBody()));
}
