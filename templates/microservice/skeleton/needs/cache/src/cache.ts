import { createClient } from 'redis';
import type { Part, Surroundings } from './part.ts';
import { number, text } from './settings.ts';

/** Redis or Valkey. */
export interface Cache extends Part {
  client: ReturnType<typeof createClient>;
}

/** `CACHE_HOST`, `CACHE_PORT` (6379), `CACHE_PASSWORD` (none), `CACHE_TLS` (`true` where it is encrypted). */
export function connectCache({ env, log }: Surroundings): Cache {
  const password = env.CACHE_PASSWORD;
  const client: Cache['client'] = createClient({
    socket: {
      host: text(env, 'CACHE_HOST'),
      port: number(env, 'CACHE_PORT', 6379),
      connectTimeout: 5_000,
      reconnectStrategy: attempts => Math.min(attempts * 100, 5_000),
      ...(env.CACHE_TLS === 'true' && { tls: true as const }),
    },
    ...(password && { password }),
    // A cache that is away must not hold up requests: what is asked meanwhile fails at once.
    disableOfflineQueue: true,
  });
  client.on('error', (error: Error) => log.warn({ err: error }, 'the cache does not answer'));
  return {
    client,
    async start() {
      // Goes on trying until it is there; whatever goes wrong is in the log already.
      client.connect().catch(() => {});
    },
    async check() {
      if (!client.isReady) throw new Error('the cache is not connected');
    },
    async stop() {
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
    },
  };
}
