import type { IncomingMessage, ServerResponse } from 'node:http';

/** What can be wrong with a cluster, and what its clients see of it. */
export const FAULTS = {
  none: 'it answers',
  down: 'connections are reset, open ones at once',
  slow: 'each answer takes fifteen seconds',
  silent: 'connections stay open, and nothing ever comes',
  rubbish: 'each answer is a page of HTML, open watches end',
  unauthorized: 'no token is accepted any more, open watches end',
} as const;

export type Fault = keyof typeof FAULTS;

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

const PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n';

/** The fault of one cluster, and the requests that it breaks off when it begins. */
export class FaultSwitch {
  #fault: Fault = 'none';
  #open = new Set<ServerResponse>();

  get current(): Fault {
    return this.#fault;
  }

  set(fault: Fault): void {
    this.#fault = fault;
    if (fault === 'none' || fault === 'slow') return;
    for (const response of this.#open) {
      if (fault === 'silent') silence(response);
      else response.destroy();
    }
    if (fault !== 'silent') this.#open.clear();
  }

  /** Lets a request through, now or later; or answers it as the fault wants it. */
  pass(
    request: IncomingMessage,
    response: ServerResponse,
    handle: () => void,
    refuse: () => void,
  ): void {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
    switch (this.#fault) {
      case 'down':
        request.socket.destroy();
        return;
      case 'silent':
        return;
      case 'slow':
        setTimeout(() => !response.destroyed && handle(), SLOW).unref();
        return;
      case 'rubbish':
        response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
        return;
      case 'unauthorized':
        refuse();
        return;
      default:
        handle();
    }
  }
}

/** What is written to it from now on gets lost, as on a connection that was cut without a word. */
function silence(response: ServerResponse): void {
  response.write = () => true;
  response.end = () => response;
}
