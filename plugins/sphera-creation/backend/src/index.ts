import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { creationPlugin } from './plugin';
import { creationActionsModule } from './scaffolder/actionsModule';

export { creationActionsModule, creationPlugin };

/** The plugin, and what templates need to know besides its operations. */
export default createBackendFeatureLoader({
  *loader() {
    yield creationPlugin;
    yield creationActionsModule;
  },
});
