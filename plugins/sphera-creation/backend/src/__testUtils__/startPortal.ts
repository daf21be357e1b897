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
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { creationOperations } from '@sphera/plugin-creation-common';
import { isAskedByQuery } from '@sphera/plugin-operations-common';
// Creation asks for secrets over HTTP alone; that both work together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { secretsPlugin } from '@sphera/plugin-secrets-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import { creationPlugin } from '../plugin';
import { CatalogOfTest } from './CatalogOfTest';
import { COMPANY, DANA, SAM, TEAMS } from './people';
import { portalConfig } from './portalConfig';
import { type Outside, startOutside } from './startOutside';

/** Calls operations over HTTP for somebody. */
export interface Caller {
  ask(operation: string, input?: object): request.Test;
}

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
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
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
  const { server } = backend;
  const as = (ref: string): Caller => ({
    ask(name, input = {}) {
      const operation = creationOperations.find(one => one.name === name);
      const path = `/api/sphera-creation/v1/${name}`;
      const call =
        operation && isAskedByQuery(operation)
          ? request(server).get(path).query(input)
          : request(server).post(path).send(input);
      return call.set('authorization', mockCredentials.user.header(ref));
    },
  });
  return {
    outside,
    catalog,
    dana: as(DANA),
    sam: as(SAM),
    server,
    async stop() {
      await backend.stop();
      if (!options.outside) await outside.stop();
    },
  };
}
