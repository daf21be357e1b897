import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections (Linux: from
 * 32768), of which a control plane opens hundreds while it starts.
 */
const first = 20_000;
const last = 32_000;

/**
 * @param {number} count
 * @param {number} [start] where to begin to look: random, so that several runs do not meet
 * @returns {Promise<number[]>} different ports of this machine that nothing listens on
 */
export async function freePorts(count, start = randomStart()) {
  const found = [];
  for (let port = start; found.length < count && port < 65_536; port++) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}

function randomStart() {
  return first + Math.floor(Math.random() * (last - first));
}

function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
