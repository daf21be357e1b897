import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A way to AWS on which an answer gets lost: the call arrives, and is carried out.
 *
 * @param target - where calls go
 */
export async function startForgetfulLine(target: string) {
  const losing = new Set<string>();
  const server = createServer((from, to) => {
    const api = String(from.headers['x-amz-target']).split('.')[1];
    const url = new URL(from.url!, target);
    url.pathname = new URL(target).pathname;
    const call = request(url, { method: from.method, headers: from.headers });
    call.on('response', answer => {
      if (losing.delete(api)) {
        answer.resume().on('end', () => to.destroy());
        return;
      }
      to.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(to);
    });
    from.pipe(call);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Loses the next answer to an API. */
    lose: (api: string) => losing.add(api),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
