import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { secretsFactsModule } from './factsModule';
import { secretsPlugin } from './plugin';

export { secretsFactsModule, secretsPlugin };

/** The plugin, and what it tells the service hub. */
export default createBackendFeatureLoader({
  *loader() {
    yield secretsPlugin;
    yield secretsFactsModule;
  },
});
