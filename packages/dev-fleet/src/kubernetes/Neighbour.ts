import type { IncomingMessage, ServerResponse } from 'node:http';

/** Another stand-in on the same port. */
export interface Neighbour {
  /** `undefined`: the request is not for it. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined;
  /** What is wrong with each of its places. */
  faults(): Record<string, string>;
  /** Whether the body of `POST /faults` is about it. */
  concerns(wish: object): boolean;
  /** Switches a fault of it as the body of `POST /faults` says; returns what is wrong with that body. */
  switchFault(wish: object): string | undefined;
}
