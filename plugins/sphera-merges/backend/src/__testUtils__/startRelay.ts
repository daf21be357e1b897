import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

const never = () => false;

/**
 * An address that GitHub knows a portal by, whichever portal is behind it now; none: nobody answers.
 *
 * @param isHeld - whether a request, like `POST /api/v3/user/repos`, gets nowhere, and no answer either
 */
export async function startRelay(isHeld: (request: string) => boolean = never) {
  let port: number | undefined;
  const server = createServer((incoming, outgoing) => {
    if (isHeld(`${incoming.method} ${incoming.url}`)) return;
    if (port === undefined) {
      outgoing.writeHead(502).end();
      return;
    }
    const { url: path, method, headers } = incoming;
    const on = request(
      { host: '127.0.0.1', port, path, method, headers },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    on.on('error', () => outgoing.destroy());
    incoming.pipe(on);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    leadTo(target: number | undefined) {
      port = target;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
