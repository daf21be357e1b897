import { createApiRef } from '@backstage/frontend-plugin-api';
import { OperationsClient } from '@sphera/plugin-operations-common';

/** Calls operations as the person who is signed in. */
export const operationsApiRef = createApiRef<OperationsClient>().with({
  id: 'app.sphera-operations',
  pluginId: 'app',
});
