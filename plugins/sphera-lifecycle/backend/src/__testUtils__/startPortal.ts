import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  type ExtensionPoint,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
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
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { lifecycleFactsExtensionPoint } from '@sphera/plugin-lifecycle-node';
import { lifecycleOperations } from '@sphera/plugin-lifecycle-common';
import { isAskedByQuery } from '@sphera/plugin-operations-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { lifecyclePlugin } from '../plugin';
import {
  DANA,
  KEN,
  LIFECYCLE,
  NOOR,
  PEOPLE,
  SAM,
  serviceOf,
  TEAMS,
} from './company';
import { FactsOfTest } from './FactsOfTest';

/** Calls operations over HTTP for somebody. */
export interface Caller {
  ask(operation: string, input?: object): request.Test;
}

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
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: notify }),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: { auth: coreServices.auth },
        factory: ({ auth }) => ({
          async getUserInfo(credentials) {
            if (!auth.isPrincipal(credentials, 'user')) {
              throw new Error('Only people have user info');
            }
            const { userEntityRef } = credentials.principal;
            const ownershipEntityRefs = [userEntityRef, TEAMS[userEntityRef]];
            return { userEntityRef, ownershipEntityRefs };
          },
        }),
      }),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const as = (authorization: string): Caller => ({
    ask(name, input = {}) {
      const operation = lifecycleOperations.find(one => one.name === name);
      const path = `/api/sphera-lifecycle/v1/${name}`;
      const call =
        operation && isAskedByQuery(operation)
          ? request(backend.server).get(path).query(input)
          : request(backend.server).post(path).send(input);
      return call.set('authorization', authorization);
    },
  });
  const person = (ref: string) => as(mockCredentials.user.header(ref));
  return {
    facts,
    dana: person(DANA),
    sam: person(SAM),
    noor: person(NOOR),
    ken: person(KEN),
    /** A plugin of sphera. */
    program: as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:sphera-creation'),
        targetPluginId: 'sphera-lifecycle',
      }),
    ),
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
    stop: () => backend.stop(),
  };
}
