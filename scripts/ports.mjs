import { createServer } from 'node:net';
import { freePorts } from './kubernetes/freePorts.mjs';
import { Stop } from './say.mjs';

/**
 * @param {string} text as a person gave it
 * @returns {number}
 * @throws Stop if it is no port
 */
export function portFrom(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(
      `"${text}" is no port: give a whole number from 1 to 65535, as in "npm start -- --port 8080".`,
    );
  }
  return port;
}

/**
 * @param {number} port
 * @throws Stop if something listens on it already, or only root may use it
 */
export async function refuseTakenPort(port) {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await tryPort(port, host);
    if (code === 'EADDRINUSE') {
      const other = port < 65535 ? port + 1 : 8080;
      throw new Stop(
        `Port ${port} is taken by another program: stop that one, or choose another port with "npm start -- --port ${other}".`,
      );
    }
    if (code === 'EACCES') {
      throw new Stop(
        `Port ${port} is not open to you: choose one above 1023 with "npm start -- --port 8080".`,
      );
    }
  }
}

/** @returns {Promise<boolean>} whether nothing listens on a port of this machine, and it is open to us */
export async function isFree(port) {
  return (await tryPort(port, '127.0.0.1')) === undefined;
}

/** @returns {Promise<number>} a port that nothing listens on */
export async function freePort() {
  const [port] = await freePorts(1);
  return port;
}

async function tryPort(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
