import type { Entity } from '@backstage/catalog-model';

/** A developer of the team that owns `payments`. */
export const DANA = 'user:default/dana';
/** A developer of another team. */
export const SAM = 'user:default/sam';
/** Program with its own token. */
export const PIPELINE = 'ci-pipeline';

/** Who is in which team. */
export const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/checkout',
  [SAM]: 'group:default/booking',
};

/** A service of the catalog. */
export const serviceOf = (
  name: string,
  owner = TEAMS[DANA],
  namespace = 'default',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace },
  spec: { type: 'microservice', owner, lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

/** The same service, whose entry says that it runs in these regions alone. */
export const runningIn = (regions: string, service: Entity): Entity => ({
  ...service,
  metadata: {
    ...service.metadata,
    annotations: { 'sphera.io/regions': regions },
  },
});
