import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { kubernetesFactsModule } from './factsModule';
import { kubernetesLifecycleFactsModule } from './lifecycleFactsModule';
import { kubernetesPlugin } from './plugin';
import { stockClustersModule } from './stock/stockClustersModule';

export {
  kubernetesFactsModule,
  kubernetesLifecycleFactsModule,
  kubernetesPlugin,
  stockClustersModule,
};

/** The plugin, and what it tells the service hub and life cycles. */
export default createBackendFeatureLoader({
  *loader() {
    yield kubernetesPlugin;
    yield kubernetesFactsModule;
    yield kubernetesLifecycleFactsModule;
  },
});
