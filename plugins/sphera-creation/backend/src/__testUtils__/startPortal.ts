import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { creationOperations } from '@sphera/plugin-creation-common';
import {
  callersFor,
  peopleOf,
  signalsTo,
} from '@sphera/plugin-operations-node/testUtils';
// Creation asks for secrets over HTTP alone; that both work together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { secretsPlugin } from '@sphera/plugin-secrets-backend';
import type { Knex } from 'knex';
import { creationPlugin } from '../plugin';
import { CatalogOfTest } from './CatalogOfTest';
import { COMPANY, DANA, SAM, TEAMS } from './people';
import { portalConfig } from './portalConfig';
import { type Outside, startOutside } from './startOutside';

export type { Caller } from '@sphera/plugin-operations-node/testUtils';

/** The portal with creation and secrets, and what is around it. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

let portals = 0;

/** @param creation - in place of parts of `sphera.creation` */
export async function startPortal(
  options: {
    creation?: object;
    features?: BackendFeature[];
    database?: Knex;
    outside?: Outside;
    catalog?: CatalogOfTest;
  } = {},
) {
  const outside = options.outside ?? (await startOutside());
  const catalog = options.catalog ?? new CatalogOfTest(COMPANY);
  const baseUrl = `http://portal-${process.pid}-${++portals}.example`;
  const data = portalConfig(outside, baseUrl, options.creation);
  const backend = await startTestBackend({
    features: [
      creationPlugin,
      secretsPlugin,
      mockServices.rootConfig.factory({ data: data as JsonObject }),
      catalog.feature,
      signalsTo(),
      peopleOf(TEAMS),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const as = callersFor(server, creationOperations, 'sphera-creation');
  return {
    outside,
    catalog,
    dana: as.person(DANA),
    sam: as.person(SAM),
    server,
    async stop() {
      await backend.stop();
      if (!options.outside) await outside.stop();
    },
  };
}
