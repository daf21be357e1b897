import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { stageFactsModule } from './factsModule';
import { lifecyclePlugin } from './plugin';

export { lifecyclePlugin, stageFactsModule };

/** The plugin, and what the hub shows of it. */
export default createBackendFeatureLoader({
  *loader() {
    yield lifecyclePlugin;
    yield stageFactsModule;
  },
});
