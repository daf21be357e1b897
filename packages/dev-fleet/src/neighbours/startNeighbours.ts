import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Neighbour } from '../kubernetes/Neighbour';

/** Starts stand-ins on one port of this machine, without clusters beside them. */
export async function startNeighbours(
  neighbours: Neighbour[],
  /** 0: any that is free. */
  port = 0,
): Promise<{
  /** `http://127.0.0.1:7008` */
  url: string;
  stop(): Promise<void>;
}> {
  const server = createServer(
    // Longer than clients keep idle connections, so that none is closed under a request.
    { keepAliveTimeout: 120_000 },
    (request, response) => {
      for (const neighbour of neighbours) {
        const answered = neighbour.handle(request, response);
        if (answered) {
          answered.catch(() => response.destroy());
          return;
        }
      }
      response.writeHead(404).end();
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
