import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { locksFactsModule } from './locksFactsModule';
import { locksPlugin } from './plugin';

export { locksFactsModule, locksPlugin };

/** The plugin, and what it tells the service hub. */
export default createBackendFeatureLoader({
  *loader() {
    yield locksPlugin;
    yield locksFactsModule;
  },
});
