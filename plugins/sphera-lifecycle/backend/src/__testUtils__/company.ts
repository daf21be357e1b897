import type { Entity } from '@backstage/catalog-model';

/** A developer of the team that owns `quotes`. */
export const DANA = 'user:default/dana';
/** A developer of another team. */
export const SAM = 'user:default/sam';
/** Two people of the platform group, who approve. */
export const NOOR = 'user:default/noor';
export const KEN = 'user:default/ken';
export const QUOTES = 'component:default/quotes';

/** Somebody of a group within the platform group. */
export const IDA = 'user:default/ida';

/** Who is in which team. */
export const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/booking',
  [SAM]: 'group:default/tracking',
  [NOOR]: 'group:default/platform',
  [KEN]: 'group:default/platform',
  [IDA]: 'group:default/on-call',
};

function entityOf(kind: string, name: string, more: Partial<Entity> = {}) {
  const metadata = { name, namespace: 'default' };
  const apiVersion = 'backstage.io/v1alpha1';
  return { apiVersion, kind, metadata, spec: {}, ...more };
}

const groupOf = (name: string, displayName = name, parent?: string) =>
  entityOf('Group', name, {
    spec: { profile: { displayName } },
    relations: [
      ...Object.entries(TEAMS)
        .filter(([, team]) => team === `group:default/${name}`)
        .map(([targetRef]) => ({ type: 'hasMember', targetRef })),
      ...(parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : []),
    ],
  });

/** A service of the team booking. */
export const serviceOf = (name: string, type = 'microservice'): Entity =>
  entityOf('Component', name, {
    spec: { type, owner: TEAMS[DANA], lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: TEAMS[DANA] }],
  });

/** People and teams. */
export const PEOPLE: Entity[] = [
  entityOf('User', 'dana', {
    spec: { profile: { displayName: 'Dana Reyes' } },
  }),
  entityOf('User', 'noor', {
    spec: { profile: { displayName: 'Noor Haddad' } },
  }),
  groupOf('booking'),
  groupOf('tracking'),
  groupOf('platform', 'Platform Engineering', 'company'),
  groupOf('on-call', 'On call', 'platform'),
  groupOf('company', 'Company', 'on-call'),
];

const approvers = ['group:default/platform'];

/** Below `sphera.lifecycle`: review, code, readiness, production, and where services retire. */
export const LIFECYCLE = {
  stuckAfter: 'P7D',
  stages: [
    {
      name: 'design',
      title: 'Design',
      steps: [{ name: 'review', title: 'Review', approvers }],
    },
    {
      name: 'code',
      title: 'Code',
      steps: [
        { name: 'repository', title: 'Repository', facts: ['code-there'] },
        { name: 'build', title: 'Build', facts: ['build-passed'] },
      ],
    },
    {
      name: 'readiness',
      title: 'Readiness',
      steps: [
        { name: 'docs', title: 'Docs', facts: ['docs-there'] },
        { name: 'go', title: 'Go', approvers, after: ['docs'] },
      ],
    },
    {
      name: 'production',
      title: 'Production',
      steps: [
        {
          name: 'running',
          title: 'Running',
          facts: ['healthy'],
          action: {
            title: 'See its deployments',
            page: '/catalog/{namespace}/component/{name}/deployments',
          },
        },
      ],
    },
    {
      name: 'retired',
      title: 'Retired',
      enteredWhen: 'retired',
      steps: [{ name: 'gone', title: 'Gone', facts: ['runs-nowhere'] }],
    },
  ],
};
