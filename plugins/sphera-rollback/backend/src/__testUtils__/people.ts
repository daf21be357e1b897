import type { Entity } from '@backstage/catalog-model';

/** A developer of the team that owns `quotes`. */
export const DANA = 'user:default/dana';
/** A developer of another team. */
export const SAM = 'user:default/sam';
/** Program with its own token. */
export const PIPELINE = 'ci-pipeline';

/** Who is in which team. */
export const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/booking',
  [SAM]: 'group:default/tracking',
};

/** As they commit. */
export const DANA_IN_GIT = {
  name: 'Dana Okafor',
  email: 'dana.okafor@kestrel-parcels.example',
};
/** A program: the catalog does not know it. */
export const RELEASE_BOT = {
  name: 'release-bot',
  email: 'release-bot@kestrel-parcels.example',
};

/** The people of the catalog. */
export const PEOPLE: Entity[] = [
  userOf('dana', DANA_IN_GIT.name, DANA_IN_GIT.email),
  userOf('sam', 'Sam Petrov', 'sam.petrov@kestrel-parcels.example'),
];

function userOf(name: string, displayName: string, email: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName, email } },
  };
}

/** A service of the catalog. */
export function serviceOf(
  name: string,
  more: {
    owner?: string;
    system?: string;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { owner = TEAMS[DANA], system = 'selling', annotations } = more;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/kubernetes-id': name, ...annotations },
    },
    spec: { type: 'microservice', owner, lifecycle: 'production', system },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      { type: 'partOf', targetRef: `system:default/${system}` },
    ],
  };
}
