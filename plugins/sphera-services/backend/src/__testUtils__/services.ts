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

/** A company's worth of services: `count` of them in ten teams. */
export function manyServices(count: number): ServiceEntry[] {
  return Array.from({ length: count }, (_, index) =>
    service(`service-${index}`, {
      title: `Service ${index}`,
      purpose: `Does the ${index}th of all things that parcels need`,
      owners: [`group:default/team-${index % 10}`],
      type: index % 4 ? 'microservice' : 'microfrontend',
      lifecycle: ['experimental', 'production', 'deprecated'][index % 3],
      system: `system:default/system-${index % 25}`,
      environments: ['production', 'staging'].slice(index % 2),
    }),
  );
}
