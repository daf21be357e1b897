import type { Entity } from '@backstage/catalog-model';

/** A developer of the team that owns `quotes`; dana-okafor on GitHub. */
export const DANA = 'user:default/dana';
/** Of the platform team; noor-haddad on GitHub, whose label counts. */
export const NOOR = 'user:default/noor';

export const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/booking',
  [NOOR]: 'group:default/platform',
};

export const LOGINS: Record<string, string> = {
  [DANA]: 'dana-okafor',
  [NOOR]: 'noor-haddad',
};

const person = (ref: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: ref.split('/')[1],
    namespace: 'default',
    annotations: { 'github.com/user-login': LOGINS[ref] },
  },
  spec: {},
});

/** A service that is built from a repository of the same name. */
const service = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'github.com/project-slug': `kestrel-parcels/${name}` },
  },
  spec: {
    type: 'microservice',
    owner: TEAMS[DANA],
    lifecycle: 'production',
  },
  relations: [{ type: 'ownedBy', targetRef: TEAMS[DANA] }],
});

/** The catalog of a small company. */
export const companyWith = (services: readonly string[]): Entity[] => [
  ...[DANA, NOOR].map(person),
  ...services.map(service),
];
