import type { Entity } from '@backstage/catalog-model';

/** How many services the company of every benchmark has. */
export const SERVICES = 1_000;

/** How many teams own them. */
export const TEAMS = 10;

/** The name of a service, from its number. */
export const nameOf = (service: number) => `service-${service}`;

/** A company's worth of services. */
export const services: Entity[] = Array.from({ length: SERVICES }, (_, n) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: nameOf(n),
    namespace: 'default',
    title: `Service ${n}`,
    description: `Does number ${n} of all things that parcels need`,
    annotations: {
      'sphera.io/environments': n % 2 ? 'staging' : 'staging,production',
    },
  },
  spec: {
    type: n % 4 ? 'microservice' : 'microfrontend',
    owner: `team-${n % TEAMS}`,
    lifecycle: ['experimental', 'production', 'deprecated'][n % 3],
  },
}));

/** The teams that own them. */
export const teams: Entity[] = Array.from({ length: TEAMS }, (_, n) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: `team-${n}`, namespace: 'default' },
  spec: {
    type: 'team',
    profile: { displayName: `Team ${n}` },
    children: [],
  },
}));
