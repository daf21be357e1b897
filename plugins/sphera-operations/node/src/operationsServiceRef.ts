import { createServiceRef } from '@backstage/backend-plugin-api';
import { operationsServiceFactory } from './operationsServiceFactory';
import type { OperationsService } from './OperationsService';

/** The kernel of the plugin that asks for it. */
export const operationsServiceRef = createServiceRef<OperationsService>({
  id: 'sphera.operations',
  defaultFactory: async service => operationsServiceFactory(service),
});
