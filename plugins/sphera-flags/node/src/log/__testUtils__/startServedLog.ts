import { createServer, type Server } from 'node:http';
import { freePorts } from '@sphera/dev-fleet';
import type { Log } from '../Log';
import { serveLog } from '../serveLog';

/** Where the log is served. */
const PREFIX = '/flags/log';

/** Serves a log over HTTP on this machine; it can stop to be served, and be served again at the same address. */
export async function startServedLog(log: Log) {
  const answer = serveLog(log, { prefix: PREFIX });
  let server: Server | undefined;
  // It is there again once it is served again: no outgoing connection takes it meanwhile.
  const [port] = await freePorts(1);
  const listen = () =>
    new Promise<void>(resolve => {
      server = createServer((request, response) => {
        const answered = answer(request, response);
        if (!answered) response.writeHead(404).end('somebody else');
      });
      server.listen(port, '127.0.0.1', resolve);
    });
  const close = () =>
    new Promise<void>(resolve => {
      server!.close(() => resolve());
      server!.closeAllConnections();
    });
  await listen();
  return {
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}${PREFIX}`,
    listen,
    close,
  };
}
