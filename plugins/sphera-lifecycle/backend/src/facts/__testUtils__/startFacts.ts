import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  type FactSource,
  lifecycleFactsExtensionPoint,
} from '@sphera/plugin-lifecycle-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { openDatabase } from '../../storage/openDatabase';
import { FactSources } from '../FactSources';
import type { KnownFacts } from '../KnownFacts';
import { openFacts } from '../openFacts';
import { ClockOfTest } from './ClockOfTest';
import { serviceOf } from './serviceOf';

const FLEET = {
  environments: [{ name: 'staging' }, { name: 'production' }],
};

/** What a portal gives to sources of its own. */
export interface Surroundings {
  config: typeof coreServices.rootConfig.T;
  catalog: typeof catalogServiceRef.T;
  auth: typeof coreServices.auth.T;
  directory: typeof serviceDirectoryServiceRef.T;
  events: typeof eventsServiceRef.T;
  clock: ClockOfTest;
}

/** A portal that keeps facts, and nothing else of life cycles. */
export async function startFacts({
  sources = [],
  ownSources = () => [],
  services = [serviceOf('quotes'), serviceOf('parcels')],
  clock = new ClockOfTest(),
  database,
  config = {},
  features: others = [],
}: {
  /** Those that modules add. */
  sources?: FactSource[];
  ownSources?: (surroundings: Surroundings) => FactSource[];
  services?: Entity[];
  clock?: ClockOfTest;
  /** That of another replica. */
  database?: Knex;
  config?: object;
  features?: BackendFeature[];
} = {}) {
  const scheduler = mockServices.scheduler();
  const signals: object[] = [];
  let facts: KnownFacts;
  let events: Surroundings['events'];
  const plugin = createBackendPlugin({
    pluginId: 'sphera-lifecycle',
    register(env) {
      const added = new FactSources();
      env.registerExtensionPoint(lifecycleFactsExtensionPoint, added);
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          directory: serviceDirectoryServiceRef,
          events: eventsServiceRef,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          operations: operationsServiceRef,
          scheduler: coreServices.scheduler,
        },
        async init(deps) {
          for (const source of ownSources({ ...deps, clock })) {
            added.addSource(source);
          }
          const knex = await openDatabase(deps.database);
          facts = await openFacts({ ...deps, sources: added, knex, clock });
          events = deps.events;
        },
      });
    },
  });
  const module = createBackendModule({
    pluginId: 'sphera-lifecycle',
    moduleId: 'sources-of-a-test',
    register(env) {
      env.registerInit({
        deps: { lifecycle: lifecycleFactsExtensionPoint },
        async init({ lifecycle }) {
          for (const source of sources) lifecycle.addSource(source);
        },
      });
    },
  });
  const features: BackendFeature[] = [
    plugin,
    module,
    createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => scheduler,
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({
        publish: async ({ message }) => void signals.push(message as object),
      }),
    }),
    mockServices.rootConfig.factory({
      data: { sphera: { fleet: FLEET }, ...config },
    }),
    catalogServiceMock.factory({ entities: services }),
    ...others,
  ];
  if (database) {
    features.push(mockServices.database.factory({ knex: database }));
  }
  const backend = await startTestBackend({ features });
  return {
    clock,
    events: events!,
    facts: facts!,
    /** What open pages were told. */
    signals,
    /** Fact of a service, in the catalog's default namespace. */
    fact: (service: string, id: string) =>
      facts.of(`component:default/${service}`).get(id),
    /** Has every source look at what is due, as the schedule would. */
    async look() {
      const tasks = await scheduler.getScheduledTasks();
      const looks = tasks.filter(({ id }) => id.startsWith('look-by-'));
      await Promise.all(looks.map(({ id }) => scheduler.triggerTask(id)));
    },
    stop: () => backend.stop(),
  };
}

export type StartedFacts = Awaited<ReturnType<typeof startFacts>>;
