import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactoryArgs } from 'kafkajs';

const KEEP_ALIVE_MS = 60_000;

/** The connections of one client, so that all can be ended at once: kafkajs waits for answers that never come. */
export class Sockets {
  readonly #open = new Set<Socket>();
  #isCut = false;

  /** @param onLost - called when one ended that we did not end */
  constructor(private readonly onLost: () => void) {}

  /** As kafkajs asks for one. @throws Error once they are cut */
  readonly make = ({ host, port, ssl, onConnect }: ISocketFactoryArgs) => {
    if (this.#isCut) throw new Error('This connection was given up');
    const named = isIP(host) ? {} : { servername: host };
    const socket = ssl
      ? connectTls({ host, port, ...named, ...ssl }, onConnect)
      : connect({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    this.#open.add(socket);
    socket.once('close', () => {
      this.#open.delete(socket);
      if (!this.#isCut) this.onLost();
    });
    return socket;
  };

  cut(): void {
    this.#isCut = true;
    // With an error, so that who waits for an answer is told.
    for (const socket of this.#open) {
      socket.destroy(new Error('This connection was given up'));
    }
  }
}
