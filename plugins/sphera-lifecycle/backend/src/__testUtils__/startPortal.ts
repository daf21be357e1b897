import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  type ExtensionPoint,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import { lifecycleFactsExtensionPoint } from '@sphera/plugin-lifecycle-node';
import { lifecycleOperations } from '@sphera/plugin-lifecycle-common';
import {
  callersFor,
  peopleOf,
  signalsTo,
} from '@sphera/plugin-operations-node/testUtils';
import type { Knex } from 'knex';
import { lifecyclePlugin } from '../plugin';
import {
  DANA,
  IDA,
  KEN,
  LIFECYCLE,
  NOOR,
  PEOPLE,
  SAM,
  serviceOf,
  TEAMS,
} from './company';
import { FactsOfTest } from './FactsOfTest';

export type { Caller } from '@sphera/plugin-operations-node/testUtils';

/** The portal with life cycles, and facts that the test switches. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** Starts it with one service that is new, `quotes`. */
export async function startPortal(
  options: {
    /** Below `sphera.lifecycle`. */
    config?: object;
    services?: Entity[];
    facts?: FactsOfTest;
    /** That of another replica. */
    database?: Knex;
    features?: BackendFeature[];
    /** Of other plugins, for modules among the features. */
    extensionPoints?: Array<[ExtensionPoint<any>, object]>;
    notify?: (notification: NotificationSendOptions) => Promise<void>;
  } = {},
) {
  const facts = options.facts ?? new FactsOfTest();
  const scheduler = mockServices.scheduler();
  const sent: NotificationSendOptions[] = [];
  const notify = options.notify ?? (async one => void sent.push(one));
  let catalog: CatalogService;
  const fill = (services: Entity[]) => {
    catalog = catalogServiceMock({ entities: [...PEOPLE, ...services] });
  };
  fill(options.services ?? [serviceOf('quotes')]);
  const backend = await startTestBackend({
    extensionPoints: options.extensionPoints as any,
    features: [
      lifecyclePlugin,
      createBackendModule({
        pluginId: 'sphera-lifecycle',
        moduleId: 'facts-of-a-test',
        register(env) {
          env.registerInit({
            deps: { lifecycle: lifecycleFactsExtensionPoint },
            async init({ lifecycle }) {
              lifecycle.addSource(facts);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            fleet: {
              environments: [{ name: 'staging' }, { name: 'production' }],
            },
            lifecycle: { ...LIFECYCLE, ...options.config },
          },
        } as JsonObject,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          new Proxy({} as CatalogService, {
            get: (_, name) => {
              const found = (catalog as any)[name];
              return typeof found === 'function' ? found.bind(catalog) : found;
            },
          }),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      signalsTo(),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: notify }),
      }),
      peopleOf(TEAMS),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const as = callersFor(
    backend.server,
    lifecycleOperations,
    'sphera-lifecycle',
  );
  return {
    facts,
    dana: as.person(DANA),
    sam: as.person(SAM),
    noor: as.person(NOOR),
    ken: as.person(KEN),
    ida: as.person(IDA),
    /** A plugin of sphera. */
    program: as.program('plugin:sphera-creation'),
    /** Whom the portal told what. */
    sent,
    /** The catalog has these services from now on. */
    fill,
    /** Has every source look at what is due, as the schedule would. */
    async look() {
      const tasks = await scheduler.getScheduledTasks();
      const looks = tasks.filter(({ id }) => id.startsWith('look-by-'));
      await Promise.all(looks.map(({ id }) => scheduler.triggerTask(id)));
    },
    /** Looks whether somebody is to be reminded, as the schedule would. */
    remind: () => scheduler.triggerTask('remind-approvers'),
    stop: () => backend.stop(),
  };
}
