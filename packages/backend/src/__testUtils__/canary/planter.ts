import { get } from 'node:http';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';

// A port that fetch does not refuse, and that nobody listens on.
const NOBODY = 'http://localhost:65531';

/** A plugin that gives a value away in every way there is, to see that none goes unseen. */
export const planter = (value: string) =>
  createBackendPlugin({
    pluginId: 'planter',
    register(env) {
      env.registerInit({
        deps: {
          cache: coreServices.cache,
          database: coreServices.database,
          events: eventsServiceRef,
          logger: coreServices.logger,
          metrics: metricsServiceRef,
          signals: signalsServiceRef,
          tracing: tracingServiceRef,
        },
        async init({ cache, database, events, logger, ...rest }) {
          const knex = await database.getClient();
          await knex.schema.createTable('leaks', table => table.binary('it'));
          await knex('leaks').insert({ it: Buffer.from(value) });
          await cache.set('leak', { value });
          await events.publish({ topic: 'leak', eventPayload: { value } });
          await rest.signals.publish({
            recipients: { type: 'broadcast' },
            channel: 'leak',
            message: { value },
          });
          logger.debug('leak', new Error('x', { cause: { value } }) as never);
          rest.metrics.createCounter('leak').add(1, { value });
          await rest.tracing.startActiveSpan('leak', async span =>
            span.setAttribute('value', value),
          );
          process.stdout.write(`${Buffer.from(value).toString('base64')}\n`);
          const address = `${NOBODY}/?value=${encodeURIComponent(value)}`;
          await fetch(address).catch(() => {});
          get(address).on('error', () => {});
        },
      });
    },
  });
