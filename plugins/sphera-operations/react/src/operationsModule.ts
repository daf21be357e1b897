import {
  ApiBlueprint,
  createFrontendModule,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createOperationsClient } from '@sphera/plugin-operations-common';
import { operationsApiRef } from './operationsApi';

/** Gives the app its {@link operationsApiRef}; add it to the app's features. */
export const operationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'sphera-operations',
      params: define =>
        define({
          api: operationsApiRef,
          deps: { fetchApi: fetchApiRef },
          factory: ({ fetchApi }) =>
            // The app's fetch finds out where a plugin's routes are.
            createOperationsClient((plugin, path, init) =>
              fetchApi.fetch(`plugin://${plugin}${path}`, init),
            ),
        }),
    }),
  ],
});
