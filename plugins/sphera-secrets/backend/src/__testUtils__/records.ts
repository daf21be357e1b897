import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Fingerprint, SecretRecord } from '../records/SecretRecord';
import type { SeenPlace } from '../reading/states/Assessment';
import type { Words } from '../reading/states/driftSentences';
import { createStandard } from '../standard/createStandard';
import { FLEET } from './settings';

/** When it is in tests of pure rules. */
export const NOW = Date.parse('2026-11-24T12:00:00Z');
/** Milliseconds. */
export const DAY = 86_400_000;

/** The one service of these tests. */
export const PAYMENTS: ServiceEntry = {
  ref: 'component:default/payments',
  name: 'payments',
  title: 'Payments',
  owners: ['group:default/checkout'],
  type: 'microservice',
  environments: [],
  annotations: {},
};

/** Every place of the fleet, all of them seen. */
export const PLACES: SeenPlace[] = FLEET.environments.flatMap(
  ({ name: environment }) =>
    FLEET.regions.map(({ name: region }) => ({
      environment,
      region,
      state: 'live' as const,
      sweptAt: new Date(NOW).toISOString(),
    })),
);

/** The standard that {@link recordOf} keeps to. */
export const STANDARD = createStandard(
  {
    name: '{environment}/{service}/{name}',
    tags: { service: '{service}', owner: '{owner}' },
    kmsKey: 'alias/kestrel-{environment}',
    description: '{name} of {service}',
    names: {
      pattern: '[a-z][a-z0-9-]{1,62}',
      example: 'database-password',
      sentence: 'lower-case words joined by hyphens',
    },
    longestValue: 65_536,
    forbidden: [],
    recoveryDays: 30,
  },
  PLACES,
);

/** Words of this moment, with regions as people read them. */
export const WORDS: Words = {
  now: NOW,
  region: name => FLEET.regions.find(one => one.name === name)!.title,
};

const REGIONS: Record<string, string> = {
  Frankfurt: 'eu-central-1',
  Virginia: 'us-east-1',
  Sydney: 'ap-southeast-2',
};

/** What is said of one secret in one place; the rest is as it should be. */
export interface Told extends Partial<Omit<SecretRecord, 'earlier'>> {
  /** A word for its value; equal words, equal values. */
  holds?: string;
  /** Words for values that it held before. */
  held?: string[];
  /** How many days ago it was changed. */
  changedAgo?: number;
}

const fingerprint = (value: string, versionId: string): Fingerprint => ({
  keyId: '2026',
  digest: `digest-of-${value}`,
  encoding: 'text',
  versionId,
});

/** One secret of `payments` in production, in a region by its title. */
export function recordOf(region: string, told: Told = {}): SecretRecord {
  const { holds = 'blue', held = [], changedAgo = 10, ...rest } = told;
  const { name = 'token' } = rest;
  const place = rest.place ?? {
    environment: 'production',
    region: REGIONS[region],
  };
  const versionId = `version-${region}-${holds}`;
  return {
    place,
    fullName: `${place.environment}/payments/${name}`,
    arn: `arn:of:${name}`,
    kmsKey: `alias/kestrel-${place.environment}`,
    tags: { service: 'payments', owner: 'checkout' },
    createdAt: NOW - 100 * DAY,
    changedAt: NOW - changedAgo * DAY,
    readAt: NOW - DAY,
    versionId,
    stages: { [versionId]: ['AWSCURRENT'] },
    serviceName: 'payments',
    fingerprint: fingerprint(holds, versionId),
    earlier: held.map(value => fingerprint(value, `earlier-${value}`)),
    ...rest,
    name,
  };
}
