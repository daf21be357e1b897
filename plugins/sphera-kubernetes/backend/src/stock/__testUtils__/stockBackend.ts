import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import type { JsonObject } from '@backstage/types';
import type { Entity } from '@backstage/catalog-model';
import { stockClustersModule } from '../stockClustersModule';

/** What the backend is to have. */
export interface StockBackendWanted {
  config: JsonObject;
  entities: Entity[];
}

/** A backend with the stock plugin, told of by its parent; answers with its port. */
process.once('message', async ({ config, entities }: StockBackendWanted) => {
  const { server } = await startTestBackend({
    features: [
      kubernetesPlugin,
      stockClustersModule,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  process.send!(server.port());
});
process.once('disconnect', () => process.exit());
