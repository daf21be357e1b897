import type { Entity } from '@backstage/catalog-model';

/** A developer of the team that owns what is created. */
export const DANA = 'user:default/dana';
/** A developer of another team. */
export const SAM = 'user:default/sam';

/** Who is in which team. */
export const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/booking',
  [SAM]: 'group:default/tracking',
};

/** What is in the catalog before anything is created. */
export const COMPANY: Entity[] = [
  entityOf('User', 'dana'),
  entityOf('User', 'sam'),
  entityOf('Group', 'booking', {
    'github.com/team-slug': 'kestrel-parcels/booking',
  }),
  entityOf('Group', 'tracking'),
  entityOf('System', 'selling'),
  serviceOf('quotes'),
];

function entityOf(
  kind: string,
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: {},
  };
}

/** A service of the catalog. */
export function serviceOf(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  const owner = TEAMS[DANA];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'microservice', owner, lifecycle: 'experimental' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
