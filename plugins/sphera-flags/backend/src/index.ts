import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { flagsFactsModule } from './factsModule';
import { createFlagsPlugin, flagsPlugin } from './plugin';

export { createFlagsPlugin, flagsFactsModule, flagsPlugin };

/** The plugin, and what it tells the service hub. */
export default createBackendFeatureLoader({
  *loader() {
    yield flagsPlugin;
    yield flagsFactsModule;
  },
});
