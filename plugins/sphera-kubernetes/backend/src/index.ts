import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { kubernetesFactsModule } from './factsModule';
import { kubernetesPlugin } from './plugin';
import { stockClustersModule } from './stock/stockClustersModule';

export { kubernetesFactsModule, kubernetesPlugin, stockClustersModule };

/** The plugin, and what it tells the service hub. */
export default createBackendFeatureLoader({
  *loader() {
    yield kubernetesPlugin;
    yield kubernetesFactsModule;
  },
});
