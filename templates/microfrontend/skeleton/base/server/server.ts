import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { fastify, type FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import { addMetrics } from './metrics.ts';

/** A server that runs. */
export interface Server {
  url: string;
  /** Takes no more requests, and answers those that are there. */
  stop(): Promise<void>;
}

/**
 * Serves the built page.
 *
 * @param folder what `vite build` made
 * @param env `PORT` (8080; 0 for a free one), `HOST` (all addresses), `LOG_LEVEL` (info)
 */
export async function startServer(folder: string, env: NodeJS.ProcessEnv): Promise<Server> {
  const app = fastify({ logger: { level: env.LOG_LEVEL || 'info' } });
  addMetrics(app, new Registry());

  // Asked every few seconds: not worth a line in the log.
  const quiet = { logLevel: 'warn' } as const;
  app.get('/health/live', quiet, async () => ({ status: 'live' }));
  app.get('/health/ready', quiet, async () => ({ status: 'ready' }));

  app.register(fastifyStatic, {
    root: resolve(folder),
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader('x-content-type-options', 'nosniff');
      // Files in assets/ have their content in their name.
      const isLasting = path.includes('/assets/');
      reply.setHeader('cache-control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      // Pages from elsewhere take remote.js in, and what it imports.
      if (path.endsWith('.js')) reply.setHeader('access-control-allow-origin', '*');
    },
  });

  // Addresses within the page are the page's; a file that is missing is missing.
  app.setNotFoundHandler(async (request, reply): Promise<FastifyReply> => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const isPage = request.method === 'GET' && !path.split('/').at(-1)?.includes('.');
    return isPage ? reply.sendFile('index.html') : reply.code(404).send({ error: 'not found' });
  });

  const url = await app.listen({ host: env.HOST || '0.0.0.0', port: Number(env.PORT || 8080) });
  return { url, stop: () => app.close() };
}
