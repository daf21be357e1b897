import { createServer } from 'node:net';

/** Below what systems give to outgoing connections (Linux: from 32768), so that none of those takes one before it is used, or while who listens on it is away. */
const FIRST = 20_000;
const LAST = 32_000;

/** So many different ports of this machine that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  // From anywhere, so that several runs do not meet.
  let port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
  while (found.length < count) {
    if (await isFree(port)) found.push(port);
    port = port < LAST ? port + 1 : FIRST;
  }
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
