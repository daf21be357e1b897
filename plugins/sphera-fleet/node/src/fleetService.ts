import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Fleet } from '@sphera/plugin-fleet-common';
import { checkFleet } from './checkFleet';

/** The fleet, the same for every plugin; a wrong one stops the start of the backend. */
export const fleetServiceRef = createServiceRef<Fleet>({
  id: 'sphera.fleet',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => checkFleet(config),
    }),
});
