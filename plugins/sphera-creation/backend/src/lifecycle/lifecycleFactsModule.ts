import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { lifecycleFactsExtensionPoint } from '@sphera/plugin-lifecycle-node';
import { serviceDirectoryServiceRef } from '@sphera/plugin-operations-node';
import { openImages } from '../adapters/images/openImages';
import { readSettings } from '../settings/readSettings';
import { hearBuilds } from './hearBuilds';
import { imagesSource } from './imagesSource';

/** Tells life cycles whether an image of a service was pushed, where `sphera.creation.images` says where images are. */
export const creationLifecycleFactsModule = createBackendModule({
  pluginId: 'sphera-lifecycle',
  moduleId: 'creation-facts',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        directory: serviceDirectoryServiceRef,
        events: eventsServiceRef,
        fleet: fleetServiceRef,
        lifecycle: lifecycleFactsExtensionPoint,
        shutdown: coreServices.lifecycle,
      },
      async init({ config, directory, events, fleet, lifecycle, shutdown }) {
        const settings = readSettings(config, fleet);
        const images = openImages({ config, settings });
        if (!images) return;
        shutdown.addShutdownHook(() => images.close());
        const integrations = ScmIntegrations.fromConfig(config);
        lifecycle.addSource(
          imagesSource(images, changed =>
            hearBuilds(changed, { events, directory, integrations }),
          ),
        );
      },
    });
  },
});
