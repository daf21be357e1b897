import type {
  SecretCell,
  SecretRow,
  SecretsOfService,
  SecretsPlace,
  UnfinishedChange,
} from '@sphera/plugin-secrets-common';

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

/** The time so many minutes ago, ISO 8601. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** All six places, each of them seen. */
export function livePlaces(): SecretsPlace[] {
  return ['staging', 'production'].flatMap(environment =>
    ['eu', 'us', 'ap'].map(region => ({
      environment,
      region,
      state: 'live' as const,
      sweptAt: minutesAgo(1),
      secrets: 40,
      calls: [],
    })),
  );
}

/** A secret in a place, with nothing wrong about it. */
export function cell(
  environment: string,
  region: string,
  fields: Partial<SecretCell> = {},
): SecretCell {
  const there = {
    fullName: `${environment}/quotes/database-password`,
    versionId: `version-${environment}-${region}`,
    encoding: 'text' as const,
    createdAt: minutesAgo(60 * 24 * 90),
    changedAt: minutesAgo(60 * 24 * 3),
    changedBy: 'user:default/dana',
    readAt: minutesAgo(60 * 24),
  };
  const isThere = !['missing', 'absent', 'unseen'].includes(
    fields.state ?? 'present',
  );
  return {
    environment,
    region,
    state: 'present',
    problems: [],
    isOverdue: false,
    isOld: false,
    ...(isThere ? there : {}),
    ...fields,
  };
}

/** A secret that every place holds alike, but for the cells that are given. */
export function secret(
  name: string,
  cells: SecretCell[] = [],
  fields: Partial<SecretRow> = {},
): SecretRow {
  return {
    name,
    differsByRegion: false,
    drift: cells.flatMap(({ state }) =>
      state === 'missing' || state === 'stale' || state === 'different'
        ? state
        : [],
    ),
    cells: livePlaces().map(
      ({ environment, region }) =>
        cells.find(
          one => one.environment === environment && one.region === region,
        ) ?? cell(environment, region),
    ),
    ...fields,
  };
}

/** What the rows add up to, environment by environment. */
export function sums(rows: SecretRow[]): SecretsOfService['environments'] {
  return ['staging', 'production'].map(environment => {
    const drifting = rows.filter(({ cells }) =>
      cells.some(
        one =>
          one.environment === environment &&
          ['missing', 'stale', 'different'].includes(one.state),
      ),
    ).length;
    return {
      environment,
      secrets: rows.length,
      drifting,
      isComplete: drifting === 0,
    };
  });
}

/** A change that reached staging but for Sydney. */
export function unfinishedChange(
  fields: Partial<UnfinishedChange> = {},
): UnfinishedChange {
  return {
    change: 'change-1',
    operation: 'update-secret',
    name: 'database-password',
    by: 'user:default/dana',
    at: minutesAgo(5),
    done: [
      { environment: 'staging', region: 'eu' },
      { environment: 'staging', region: 'us' },
    ],
    failed: [
      {
        environment: 'staging',
        region: 'ap',
        problem: 'AWS did not answer. Try again.',
      },
    ],
    ...fields,
  };
}
