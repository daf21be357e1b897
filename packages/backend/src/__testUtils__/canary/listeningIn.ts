import {
  coreServices,
  createServiceFactory,
  type LoggerService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { Traces } from './Traces';

/** Services of the backend that note everything that they are given to write, and the log at every level. */
export const listeningIn = (traces: Traces) => [
  createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => loggerInto(traces),
  }),
  createServiceFactory({
    service: coreServices.cache,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => cacheInto(traces, plugin.getId()),
  }),
  createServiceFactory({
    service: eventsServiceRef,
    deps: { plugin: coreServices.pluginMetadata },
    createRootContext: () =>
      DefaultEventsService.create({ logger: loggerInto(traces) }),
    factory: ({ plugin }, bus) => {
      const own = bus.forPlugin(plugin.getId());
      return {
        subscribe: options => own.subscribe(options),
        publish: async params => {
          traces.note(`event: ${plugin.getId()}`, params);
          return own.publish(params);
        },
      };
    },
  }),
  createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({
      publish: async signal => traces.note('signal: ', signal),
    }),
  }),
  createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () => everythingNoted(traces, 'metric') as never,
  }),
  createServiceFactory({
    service: tracingServiceRef,
    deps: {},
    factory: () => ({
      context: { active: () => ({} as never), with: async (_, run) => run() },
      propagation: {
        extract: context => context,
        getBaggage: () => undefined,
        getActiveBaggage: () => undefined,
      },
      startActiveSpan: async (...args: any[]) => {
        const run = args.pop();
        traces.note('span: ', args);
        return run(everythingNoted(traces, 'span'));
      },
    }),
  }),
];

function loggerInto(traces: Traces, about: object = {}): RootLoggerService {
  const write = (level: string) => (message: unknown, meta?: unknown) =>
    traces.note(`log: ${level}`, [about, message, meta]);
  const logger: LoggerService = {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    child: more => loggerInto(traces, { ...about, ...more }),
  };
  return logger;
}

function cacheInto(traces: Traces, plugin: string) {
  const kept = new Map<string, any>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => {
      traces.note(`cache: ${plugin}`, [key, value]);
      kept.set(key, value);
    },
    delete: async (key: string) => void kept.delete(key),
    withOptions: () => cache,
  };
  return cache;
}

/** Something whose every method notes what it is called with, and answers something alike. */
function everythingNoted(traces: Traces, kind: string): object {
  return new Proxy(
    {},
    {
      get: (_, method) =>
        method === 'then'
          ? undefined
          : (...args: unknown[]) => {
              const told = args.filter(one => typeof one !== 'function');
              traces.note(`${kind}: ${String(method)}`, told);
              // An observable metric says its numbers when it is asked for them.
              for (const one of args) {
                if (typeof one === 'function') {
                  one(everythingNoted(traces, kind));
                }
              }
              return everythingNoted(traces, kind);
            },
    },
  );
}
