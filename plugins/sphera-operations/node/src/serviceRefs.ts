import { createServiceRef } from '@backstage/backend-plugin-api';
import type { OperationsService } from './OperationsService';
import type { ServiceDirectory } from './ServiceDirectory';

/** The kernel of the plugin that asks for it. */
export const operationsServiceRef = createServiceRef<OperationsService>({
  id: 'sphera.operations',
});

/** All services of the catalog. */
export const serviceDirectoryServiceRef = createServiceRef<ServiceDirectory>({
  id: 'sphera.service-directory',
});
