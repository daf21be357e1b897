import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { secretsFactsModule } from './factsModule';
import { secretsLifecycleFactsModule } from './lifecycleFactsModule';
import { secretsPlugin } from './plugin';

export { secretsFactsModule, secretsLifecycleFactsModule, secretsPlugin };

/** The plugin, and what it tells the service hub and life cycles. */
export default createBackendFeatureLoader({
  *loader() {
    yield secretsPlugin;
    yield secretsFactsModule;
    yield secretsLifecycleFactsModule;
  },
});
