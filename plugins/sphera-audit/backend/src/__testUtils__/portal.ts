import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import Knex, { Knex as Database } from 'knex';
import request from 'supertest';
import { persistingAuditorFactory } from '../auditor/persistingAuditorFactory';
import { auditPlugin } from '../plugin';
import { notebook } from './notebook';

const service = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'microservice', owner: 'group:default/checkout' },
});

const inMemory = (): Database =>
  Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });

/** A running backend with the audit log, and a capability that is audited. */
export async function startPortal(
  options: {
    config?: object;
    permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  const book = notebook();
  // The database of the audit log, for tests to look into.
  const knex = inMemory();
  const permission = { result: options.permission ?? AuthorizeResult.ALLOW };
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const { server } = await startTestBackend({
    features: [
      auditPlugin,
      persistingAuditorFactory,
      book.plugin,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => {
          const own = plugin.getId() === 'sphera-audit' ? knex : inMemory();
          return { getClient: async () => own };
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            fleet: { environments: [{ name: 'production' }] },
            ...options.config,
          },
        },
      }),
      mockServices.permissions.factory(permission),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      catalogServiceMock.factory({
        entities: [service('payments'), service('search')],
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
    ],
  });

  /** Calls operations as a person, or with another Authorization header. */
  const as = (user: string) => {
    const authorization = user.startsWith('user:')
      ? mockCredentials.user.header(user)
      : user;
    return {
      get: (path: string, query: object = {}) =>
        request(server)
          .get(`/api/sphera-audit/v1/${path}`)
          .query(query)
          .set('authorization', authorization),
      writeNote: (body: object) =>
        request(server)
          .post('/api/sphera-notebook/v1/write-note')
          .set('authorization', authorization)
          .send({
            service: 'payments',
            reason: 'so that it is known',
            note: 'lunch',
            ...body,
          }),
    };
  };
  return { as, knex, server, logger, written: book.written, permission };
}
