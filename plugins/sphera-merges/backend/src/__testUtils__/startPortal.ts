import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { isAskedByQuery } from '@sphera/plugin-operations-common';
import { locksOperations } from '@sphera/plugin-locks-common';
import { mergesOperations } from '@sphera/plugin-merges-common';
// A freeze is a lock, and GitHub tells through events: that all of it works together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import locksPlugin from '@sphera/plugin-locks-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import { mergesPlugin } from '../plugin';
import { eventsFromGitHub } from './eventsFromGitHub';
import { oneBusForAllPlugins } from './oneBusForAllPlugins';
import { companyWith, DANA, NOOR, TEAMS } from './people';
import { type GitHubOfTest, ORGANIZATION, TOKENS } from './startGitHub';

export const WEBHOOK_SECRET = 'webhooks-of-a-test-Vn4kRz8m';

/** Calls operations over HTTP for somebody. */
export interface Caller {
  ask(operation: string, input?: object): request.Test;
}

/** A portal with locks and merges in front of GitHub. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** @param merges - in place of parts of `sphera.merges` */
export async function startPortal(options: {
  gitHub: GitHubOfTest;
  services: readonly string[];
  /** Where GitHub reaches it. */
  url: string;
  databases: { locks: Knex; merges: Knex };
  merges?: object;
  locks?: object;
  token?: string;
  features?: BackendFeature[];
}) {
  const { gitHub, services, url, databases } = options;
  const { host } = new URL(gitHub.url);
  const data = {
    app: { baseUrl: 'http://portal.example' },
    backend: { baseUrl: url },
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `${gitHub.url}/api/v3`,
          token: options.token ?? TOKENS['sphera-portal'],
        },
      ],
    },
    events: {
      modules: { github: { webhookSecret: WEBHOOK_SECRET } },
    },
    sphera: {
      fleet: { environments: [{ name: 'staging' }, { name: 'production' }] },
      locks: options.locks ?? {},
      merges: {
        host,
        organizations: [ORGANIZATION],
        exemption: {
          label: 'merge-anyway',
          people: ['user:default/noor'],
        },
        ...options.merges,
      },
    },
  };
  const backend = await startTestBackend({
    features: [
      mergesPlugin,
      locksPlugin,
      eventsPlugin,
      ...eventsFromGitHub,
      oneBusForAllPlugins(),
      mockServices.rootConfig.factory({ data: data as JsonObject }),
      catalogServiceMock.factory({ entities: companyWith(services) }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({
            knex:
              plugin.getId() === 'sphera-merges'
                ? databases.merges
                : databases.locks,
          }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
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
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const known = [...mergesOperations, ...locksOperations];
  const as = (ref: string): Caller => ({
    ask(name, input = {}) {
      const operation = known.find(one => one.name === name)!;
      const path = `/api/${operation.plugin}/v1/${name}`;
      const call = isAskedByQuery(operation)
        ? request(server).get(path).query(input)
        : request(server).post(path).send(input);
      return call.set('authorization', mockCredentials.user.header(ref));
    },
  });
  return {
    dana: as(DANA),
    noor: as(NOOR),
    server,
    port: server.port(),
    stop: () => backend.stop(),
  };
}
