import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
// Rollback asks clusters and locks over HTTP and events alone; that all of them work together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { kubernetesPlugin } from '@sphera/plugin-kubernetes-backend';
import { kubernetesOperations } from '@sphera/plugin-kubernetes-common';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { locksPlugin } from '@sphera/plugin-locks-backend';
import { locksOperations } from '@sphera/plugin-locks-common';
import {
  isAskedByQuery,
  type Operation,
} from '@sphera/plugin-operations-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { rollbackOperations } from '@sphera/plugin-rollback-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { rollbackPlugin } from '../plugin';
import { DANA, PIPELINE, SAM } from './people';
import { surroundings, type Told } from './surroundings';

const OPERATIONS: Operation[] = [
  ...rollbackOperations,
  ...locksOperations,
  ...kubernetesOperations,
];

/** Calls operations of rollback, locks and clusters over HTTP for somebody. */
export interface Caller {
  /** By GET or POST, as the operation wants it. */
  ask(operation: string, input?: object): request.Test;
}

/** How a portal of a test is to be, besides its configuration. */
export interface PortalOptions {
  /** Components, and people where a test has others. */
  services?: Entity[];
  database?: Knex;
  features?: BackendFeature[];
  /** In place of the plugin itself: one whose rollbacks stop on their way, say. */
  plugin?: BackendFeature;
}

/** The portal with rollback, locks and clusters. */
export async function startPortal(data: object, options: PortalOptions = {}) {
  const told: Told = { signals: [], notifications: [] };
  const backend = await startTestBackend({
    features: [
      options.plugin ?? rollbackPlugin,
      locksPlugin,
      kubernetesPlugin,
      mockServices.rootConfig.factory({ data: data as JsonObject }),
      ...surroundings(told, options.services),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const as = (authorization: string): Caller => ({
    ask(name, input = {}) {
      const found = OPERATIONS.find(one => one.name === name);
      const plugin = found?.plugin ?? 'sphera-rollback';
      const path = `/api/${plugin}/v1/${name}`;
      const call =
        found && isAskedByQuery(found)
          ? request(server).get(path).query(input)
          : request(server).post(path).send(input);
      return call.set('authorization', authorization);
    },
  });
  const dana = as(mockCredentials.user.header(DANA));
  return {
    dana,
    sam: as(mockCredentials.user.header(SAM)),
    nobody: as(mockCredentials.none.header()),
    pipeline: as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(PIPELINE),
        targetPluginId: 'sphera-rollback',
      }),
    ),
    server,
    /** What open pages and owners were told. */
    ...told,
    /** Waits until it has seen every cluster, with what runs in it. */
    async seen() {
      await eventually(async () => {
        const { body } = await dana.ask('list-clusters');
        for (const cluster of body.items) {
          expect(cluster.state).toBe('live');
          expect(cluster.deployments).toBeGreaterThan(0);
        }
        // Answers about the whole fleet are up to a quarter second behind.
        const { body: list } = await dana.ask('list-deployments');
        expect(list.totalItems).toBe(
          body.items.reduce(
            (sum: number, one: { deployments: number }) =>
              sum + one.deployments,
            0,
          ),
        );
      });
    },
    stop: () => backend.stop(),
  };
}
