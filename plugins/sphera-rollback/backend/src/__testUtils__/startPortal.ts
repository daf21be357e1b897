import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
// Rollback asks clusters and locks over HTTP and events alone; that all of them work together is what is tested.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { kubernetesPlugin } from '@sphera/plugin-kubernetes-backend';
import { kubernetesOperations } from '@sphera/plugin-kubernetes-common';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { locksPlugin } from '@sphera/plugin-locks-backend';
import { locksOperations } from '@sphera/plugin-locks-common';
import { type Operation } from '@sphera/plugin-operations-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { callersFor } from '@sphera/plugin-operations-node/testUtils';
import { rollbackOperations } from '@sphera/plugin-rollback-common';
import type { Knex } from 'knex';
import { rollbackPlugin } from '../plugin';
import { DANA, PIPELINE, SAM } from './people';
import { surroundings, type Told } from './surroundings';

export type { Caller } from '@sphera/plugin-operations-node/testUtils';

const OPERATIONS: Operation[] = [
  ...rollbackOperations,
  ...locksOperations,
  ...kubernetesOperations,
];

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
  const as = callersFor(server, OPERATIONS, 'sphera-rollback');
  const dana = as.person(DANA);
  return {
    dana,
    sam: as.person(SAM),
    nobody: as.nobody,
    pipeline: as.program(PIPELINE),
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
