import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import { addHealth } from './health.ts';
import { addMetrics } from './metrics.ts';
import type { Parts, Surroundings } from './part.ts';
{% if 'http' in values.needs %}
import { addRoutes } from './routes.ts';
{% endif %}
import { number, text } from './settings.ts';

/** A service that runs. */
export interface Service {
  url: string;
  /** Takes no more requests, answers those that are there, then ends its parts, the last first. */
  stop(): Promise<void>;
}

/**
 * Starts the service.
 *
 * @param env `PORT` (8080; 0 for a free one), `HOST` (all addresses), `LOG_LEVEL` (info), and what the parts read
 */
export async function startService(
  env: NodeJS.ProcessEnv,
  makeParts: (surroundings: Surroundings) => Parts,
): Promise<Service> {
  const app = fastify({ logger: { level: text(env, 'LOG_LEVEL', 'info') } });
  const metrics = new Registry();
  const parts = makeParts({ env, log: app.log, metrics });

  addHealth(app, parts);
  addMetrics(app, metrics);
{% if 'http' in values.needs %}
  addRoutes(app);
{% endif %}

  for (const part of Object.values(parts)) await part.start();
  const url = await app.listen({
    host: text(env, 'HOST', '0.0.0.0'),
    port: number(env, 'PORT', 8080),
  });

  return {
    url,
    async stop() {
      app.log.info('stopping');
      await app.close();
      for (const part of Object.values(parts).reverse()) await part.stop();
    },
  };
}
