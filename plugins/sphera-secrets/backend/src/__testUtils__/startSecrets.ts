import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
  type ExtensionPoint,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type SecretsManagerStandIn,
  startSecretsManagerStandIn,
} from '@sphera/dev-fleet';
import {
  callersFor,
  peopleOf,
  signalsTo,
} from '@sphera/plugin-operations-node/testUtils';
import { secretsOperations } from '@sphera/plugin-secrets-common';
import type { Knex } from 'knex';
import { secretsPlugin } from '../plugin';
import { DANA, PIPELINE, SAM, serviceOf, TEAMS } from './people';
import { ACCOUNTS, FLEET, secretsSettings } from './settings';

export type { Caller } from '@sphera/plugin-operations-node/testUtils';

const keysOf = (account: string) => ({
  accessKeyId: `KEYOF${account}`,
  secretAccessKey: 'of-no-use',
});

/** The portal's secrets before a stand-in of AWS: two environments, three regions each. */
export async function startSecrets(
  options: {
    services?: Entity[];
    /** Below `sphera.secrets`, in place of what the test settings have. */
    config?: object;
    /** Puts secrets in before the portal looks. */
    fill?(standIn: SecretsManagerStandIn): void;
    /** One that runs already, say that of another replica; it is left running. */
    standIn?: SecretsManagerStandIn;
    database?: Knex;
    features?: BackendFeature[];
    /** Of other plugins, for modules among the features. */
    extensionPoints?: Array<[ExtensionPoint<any>, object]>;
  } = {},
) {
  const accounts = Object.values(ACCOUNTS);
  const standIn =
    options.standIn ??
    (await startSecretsManagerStandIn({
      accounts: accounts.map(account => ({ account, ...keysOf(account) })),
    }));
  options.fill?.(standIn);
  const scheduler = mockServices.scheduler();
  const signals: object[] = [];
  const backend = await startTestBackend({
    extensionPoints: options.extensionPoints as any,
    features: [
      secretsPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          aws: {
            accounts: accounts.map(accountId => ({
              accountId,
              ...keysOf(accountId),
            })),
          },
          sphera: {
            fleet: FLEET,
            secrets: {
              ...secretsSettings(standIn.endpoint),
              ...options.config,
            },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: options.services ?? [
          serviceOf('payments'),
          serviceOf('ledger', TEAMS[SAM]),
        ],
      }),
      signalsTo(signals),
      peopleOf(TEAMS),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const as = callersFor(server, secretsOperations, 'sphera-secrets');
  return {
    dana: as.person(DANA),
    sam: as.person(SAM),
    nobody: as.nobody,
    pipeline: as.program(PIPELINE),
    standIn,
    server,
    /** What open pages were told. */
    signals,
    /** Looks every place through, as the schedule would. */
    async sweep() {
      const tasks = await scheduler.getScheduledTasks();
      const sweeps = tasks.filter(({ id }) => id.startsWith('look-through-'));
      await Promise.all(sweeps.map(({ id }) => scheduler.triggerTask(id)));
    },
    async stop() {
      await backend.stop();
      if (!options.standIn) await standIn.stop();
    },
  };
}
