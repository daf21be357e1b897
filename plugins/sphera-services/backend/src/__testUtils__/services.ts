import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** Three environments in two regions' worth of names. */
export const fleet: Fleet = {
  environments: [
    { name: 'development', title: 'Development' },
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [],
  clusters: [],
};

/** A service with everything that the catalog may say. */
export function service(
  name: string,
  rest: Partial<ServiceEntry> = {},
): ServiceEntry {
  return {
    ref: `component:default/${name}`,
    name,
    title: name,
    owners: ['group:default/booking'],
    type: 'microservice',
    environments: [],
    annotations: {},
    ...rest,
  };
}
