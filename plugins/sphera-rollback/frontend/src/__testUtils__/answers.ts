import type {
  Layout,
  Plan,
  Rollback,
  Run,
  Version,
} from '@sphera/plugin-rollback-common';

/** The fleet in tests, as `sphera.fleet` names it. */
export const fleetConfig = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu', title: 'Frankfurt' },
    { name: 'us', title: 'Virginia' },
    { name: 'ap', title: 'Sydney' },
  ],
  clusters: [],
};

export const quotes = 'component:default/quotes';
export const dana = 'user:default/dana';

const HOUR_MS = 3_600_000;

/** The time so many hours ago, ISO 8601. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}

/** One file of the booking team's layout. */
export function file(
  environment: string,
  region: string,
  says = '4.12.1',
): Layout['environments'][number]['files'][number] {
  return {
    repository: 'deployments',
    path: `booking/quotes/${environment}/${region}/values.yaml`,
    kind: 'helm',
    regions: [region],
    clusters: [`${environment}-${region}`],
    url: `https://git.example/blob/main/${environment}/${region}`,
    version: says,
  };
}

/** Quotes in both environments, with one file a region. */
export function layout(): Layout {
  return {
    service: quotes,
    environments: ['staging', 'production'].map(environment => ({
      environment,
      files: ['eu', 'us'].map(region => file(environment, region)),
    })),
  };
}

const commit = (hash: string) => ({
  hash: `${hash}-0123456789`,
  subject: 'Deploy quotes',
  url: `https://git.example/commit/${hash}`,
});

/** One time that a version was to run, in both regions. */
export function run(
  from: number,
  to: number | undefined,
  fields: Partial<Run> = {},
): Run {
  return {
    regions: ['eu', 'us'],
    deployedAt: hoursAgo(from),
    endedAt: to === undefined ? undefined : hoursAgo(to),
    deployedBy: dana,
    commit: commit(`run-${from}`),
    ...fields,
  };
}

/** A version that was deployed so many hours ago and ran well. */
export function version(
  name: string,
  deployed: number,
  fields: Partial<Version> = {},
): Version {
  return {
    version: name,
    deployedAt: hoursAgo(deployed),
    deployedBy: dana,
    commit: commit(name),
    ranFor: 'P3DT2H',
    isCurrent: false,
    runsIn: [],
    ranWell: true,
    image: 'exists',
    runs: [run(deployed, deployed - 20)],
    ...fields,
  };
}

/** Three versions: what is to run now, one that a rollback took away, one that ran well. */
export function versions(): Version[] {
  return [
    version('4.12.1', 5, {
      isCurrent: true,
      runsIn: ['production-eu', 'production-us'],
      ranWell: false,
      ranFor: 'PT5H',
      runs: [run(5, undefined)],
    }),
    version('4.12.0', 30, {
      ranWell: false,
      ranFor: 'PT1H',
      runs: [run(30, 29, { leftByRollback: 'rollback-7' })],
    }),
    version('4.11.7', 100, {
      pullRequest: { number: 12, url: 'https://git.example/pull/12' },
    }),
    version('4.11.6', 200),
  ];
}

/** What going back to a version would do in production. */
export function plan(fields: Partial<Plan> = {}): Plan {
  const { version: to = '4.11.7', regions = ['eu', 'us'] } = fields;
  return {
    id: `plan of ${to} in ${regions.join()}`,
    service: quotes,
    environment: 'production',
    regions,
    version: to,
    from: '4.12.1',
    files: regions.map(region => ({
      ...file('production', region),
      from: '4.12.1',
      to,
      versionsBack: 2,
      diff: diff(to),
    })),
    clusters: regions.map(region => ({
      cluster: `production-${region}`,
      region,
      version: '4.12.1',
      pods: 3,
    })),
    locks: [],
    versionsBack: 2,
    migrations: [],
    image: 'exists',
    way: 'push',
    warnings: [],
    obstacles: [],
    lockAfterwards: true,
    channel: '#booking-deploys',
    ...fields,
  };
}

function diff(to: string): string {
  return [
    '--- a/values.yaml',
    '+++ b/values.yaml',
    '@@ -3,3 +3,3 @@',
    ' image:',
    '-  tag: "4.12.1" # by the pipeline',
    `+  tag: "${to}" # by the pipeline`,
    ' replicas: 3',
    '',
  ].join('\n');
}

/** A rollback that has just begun. */
export function rollback(fields: Partial<Rollback> = {}): Rollback {
  return {
    id: 'rollback-8',
    kind: 'rollback',
    service: quotes,
    environment: 'production',
    regions: ['eu', 'us'],
    version: '4.11.7',
    from: '4.12.1',
    reason: 'card payments fail',
    startedBy: dana,
    startedAt: hoursAgo(0),
    state: 'running',
    sentence: 'The change is being committed',
    steps: [],
    files: [],
    clusters: [],
    commits: [],
    lock: { isWanted: true },
    canCancel: true,
    canRollForward: false,
    ...fields,
  };
}
