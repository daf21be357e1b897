import type { Entity } from '@backstage/catalog-model';

/** A developer of the team that owns `quotes` and `payments`. */
export const DANA = 'user:default/dana';
/** A developer of another team, which owns `tracker`. */
export const SAM = 'user:default/sam';
/** Program with its own token. */
export const PIPELINE = 'ci-pipeline';

/** Who is in which team. */
export const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/booking',
  [SAM]: 'group:default/tracking',
};

/** The people of the catalog. */
export const PEOPLE: Entity[] = [
  entityOf('User', 'dana', 'Dana Okafor'),
  entityOf('User', 'sam', 'Sam Petrov'),
  entityOf('Group', 'booking', 'Booking'),
  entityOf('Group', 'tracking', 'Tracking'),
];

function entityOf(kind: string, name: string, displayName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName } },
  };
}

/** A service of the catalog. */
export function serviceOf(name: string, owner = TEAMS[DANA]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'microservice', owner, lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
