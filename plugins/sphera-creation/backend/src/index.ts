import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { creationLifecycleFactsModule } from './lifecycle/lifecycleFactsModule';
import { creationPlugin } from './plugin';
import { creationActionsModule } from './scaffolder/actionsModule';

export { creationActionsModule, creationLifecycleFactsModule, creationPlugin };

/** The plugin, what templates need to know besides its operations, and what it tells life cycles. */
export default createBackendFeatureLoader({
  *loader() {
    yield creationPlugin;
    yield creationActionsModule;
    yield creationLifecycleFactsModule;
  },
});
