import {
  BackendFeature,
  createServiceFactory,
  ExtensionPoint,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { peopleOf, signalsTo } from '@sphera/plugin-operations-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { locksPlugin } from '../plugin';

/** A developer of the team that owns `payments`. */
export const DANA = 'user:default/dana';
/** A developer of another team. */
export const SAM = 'user:default/sam';
/** Program with its own token. */
export const PIPELINE = 'ci-pipeline';

const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/checkout',
  [SAM]: 'group:default/discovery',
};

const service = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'microservice', owner, lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

/** Calls operations of locks over HTTP for somebody. */
export interface Caller {
  get(operation: string, query?: object): request.Test;
  post(operation: string, body: unknown): request.Test;
}

/** The locks of a small company: two services, two environments, two developers and a pipeline. */
export async function startLocks(
  options: {
    /** Below `sphera.locks`. */
    config?: object;
    database?: Knex;
    features?: BackendFeature[];
    /** Of other plugins, for modules among the features. */
    extensionPoints?: Array<[ExtensionPoint<any>, object]>;
    notify?: (options: NotificationSendOptions) => Promise<void>;
  } = {},
) {
  const signals: object[] = [];
  const { server } = await startTestBackend({
    extensionPoints: options.extensionPoints as any,
    features: [
      locksPlugin,
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            fleet: {
              environments: [{ name: 'staging' }, { name: 'production' }],
            },
            locks: options.config ?? {},
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          service('payments', TEAMS[DANA]),
          service('search', TEAMS[SAM]),
        ],
      }),
      signalsTo(signals),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: options.notify ?? (async () => {}) }),
      }),
      peopleOf(TEAMS),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const as = (authorization: string): Caller => ({
    get: (operation, query = {}) =>
      request(server)
        .get(`/api/sphera-locks/v1/${operation}`)
        .query(query)
        .set('authorization', authorization),
    post: (operation, body) =>
      request(server)
        .post(`/api/sphera-locks/v1/${operation}`)
        .set('authorization', authorization)
        .send(body as object),
  });
  return {
    dana: as(mockCredentials.user.header(DANA)),
    sam: as(mockCredentials.user.header(SAM)),
    pipeline: as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(PIPELINE),
        targetPluginId: 'sphera-locks',
      }),
    ),
    /** What open pages were told. */
    signals,
    server,
  };
}

/** Makes `Date` stand still at a moment, and nothing else. */
export function stopTheClock(moment: string) {
  jest.useFakeTimers({
    now: new Date(moment),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

/** Puts the stopped clock to another moment. */
export function setTheClock(moment: string) {
  jest.setSystemTime(new Date(moment));
}
