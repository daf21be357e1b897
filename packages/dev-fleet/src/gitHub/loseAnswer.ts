import type { IncomingMessage, ServerResponse } from 'node:http';

/** The connection breaks where the answer would begin. */
export function loseAnswer(
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.end = () => {
    request.socket.destroy();
    return response;
  };
}
