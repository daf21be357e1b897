import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AgentState } from '../AgentState';
import { METRICS_TYPE } from './metrics';
import { unreadiness } from './readiness';
import { SettingsError } from './SettingsError';

/** Where health is served. */
export interface HealthServer {
  port: number;
  stop(): Promise<void>;
}

interface Answer {
  status: number;
  text: string;
}

/** Serves `/healthz`, `/readyz` and `/metrics`. @throws SettingsError where the port cannot be had */
export async function serveHealth(
  { port, host }: { port: number; host?: string },
  state: () => AgentState,
  metrics: () => string,
): Promise<HealthServer> {
  function answer(path: string): Answer {
    switch (path) {
      case '/healthz':
        return { status: 200, text: 'It runs\n' };
      case '/readyz': {
        const reason = unreadiness(state());
        return reason === undefined
          ? { status: 200, text: 'It is ready\n' }
          : { status: 503, text: `${reason}\n` };
      }
      case '/metrics':
        return { status: 200, text: metrics() };
      default:
        return { status: 404, text: 'There are /healthz, /readyz, /metrics\n' };
    }
  }

  const server = createServer((request, response) => {
    const [path] = (request.url ?? '/').split('?');
    const { status, text } = answer(path);
    const type = path === '/metrics' ? METRICS_TYPE : 'text/plain';
    response.writeHead(status, { 'content-type': type });
    response.end(text);
  });
  await listening(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function listening(
  server: Server,
  port: number,
  host: string | undefined,
): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once('listening', done);
    server.once('error', ({ code }: Error & { code?: string }) =>
      failed(new SettingsError(sentenceOf(code, port, host))),
    );
    server.listen(port, host);
  });
}

function sentenceOf(
  code: string | undefined,
  port: number,
  host: string | undefined,
): string {
  switch (code) {
    case 'EADDRINUSE':
      return `The port ${port} is taken: set another with --port`;
    case 'EACCES':
      return `The port ${port} may not be had by this user: set another with --port`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${host}: set another with --host`;
    default:
      return `The port ${port} cannot be had (${code}): set another with --port`;
  }
}
