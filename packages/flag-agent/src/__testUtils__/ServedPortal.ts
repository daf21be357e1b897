import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveLog } from '@sphera/plugin-flags-node';
import { Portal } from './Portal';

/** A portal whose log other processes reach. */
export class ServedPortal extends Portal {
  private constructor(private readonly server: Server) {
    super();
    const handle = serveLog(this.log, { prefix: '/flags/log' });
    server.on('request', (request, response) => {
      void handle(request, response);
    });
  }

  /** @param port - where one before it was; else one that is free */
  static async start(port = 0): Promise<ServedPortal> {
    const server = createServer();
    await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
    return new ServedPortal(server);
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/flags/log`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }
}
