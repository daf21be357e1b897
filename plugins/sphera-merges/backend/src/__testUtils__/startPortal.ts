import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import { locksOperations } from '@sphera/plugin-locks-common';
import { mergesOperations } from '@sphera/plugin-merges-common';
// A freeze is a lock, and GitHub tells through events: that all of it works together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import locksPlugin from '@sphera/plugin-locks-backend';
import {
  callersFor,
  oneBusForAllPlugins,
  peopleOf,
  signalsTo,
} from '@sphera/plugin-operations-node/testUtils';
import type { Knex } from 'knex';
import { mergesPlugin } from '../plugin';
import { eventsFromGitHub } from './eventsFromGitHub';
import { companyWith, DANA, NOOR, TEAMS } from './people';
import { ORGANIZATION, TOKENS } from './accounts';
import type { GitHubOfTest } from './startGitHub';

export type { Caller } from '@sphera/plugin-operations-node/testUtils';

export const WEBHOOK_SECRET = 'webhooks-of-a-test-Vn4kRz8m';

/** A portal with locks and merges in front of GitHub. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** @param merges - in place of parts of `sphera.merges`; @param others - settings of other capabilities, in `sphera` */
export async function startPortal(options: {
  gitHub: Pick<GitHubOfTest, 'url'>;
  services: readonly string[];
  /** Where GitHub reaches it. */
  url: string;
  databases: { locks: Knex; merges: Knex };
  merges?: object;
  locks?: object;
  others?: object;
  token?: string;
  /** In place of one that has these services and the people. */
  catalog?: BackendFeature;
  /** In place of the token: what the integration has of an app. */
  app?: object;
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
          ...(options.app
            ? { apps: [options.app] }
            : { token: options.token ?? TOKENS['sphera-portal'] }),
        },
      ],
    },
    events: {
      modules: { github: { webhookSecret: WEBHOOK_SECRET } },
    },
    sphera: {
      fleet: { environments: [{ name: 'staging' }, { name: 'production' }] },
      ...options.others,
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
      options.catalog ??
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
      signalsTo(),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
      }),
      peopleOf(TEAMS),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const as = callersFor(
    server,
    [...mergesOperations, ...locksOperations],
    'sphera-merges',
  );
  return {
    dana: as.person(DANA),
    noor: as.person(NOOR),
    server,
    port: server.port(),
    stop: () => backend.stop(),
  };
}
