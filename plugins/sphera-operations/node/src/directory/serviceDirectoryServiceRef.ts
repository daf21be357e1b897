import { createServiceRef } from '@backstage/backend-plugin-api';
import type { ServiceDirectory } from '../ServiceDirectory';
import { serviceDirectoryFactory } from './serviceDirectoryFactory';

/** All services of the catalog. */
export const serviceDirectoryServiceRef = createServiceRef<ServiceDirectory>({
  id: 'sphera.service-directory',
  defaultFactory: async service => serviceDirectoryFactory(service),
});
