import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  fleetServiceName,
  type SecretsSize,
} from '../../packages/dev-fleet/src';

const REGIONS = ['eu-central-1', 'us-east-1', 'ap-southeast-2'];
const ACCOUNTS = { staging: '111111111111', production: '222222222222' };

/** What a process of AWS is asked for. */
export interface SecretsWanted {
  accounts: Array<{
    account: string;
    accessKeyId: string;
    secretAccessKey: string;
  }>;
  size: SecretsSize;
}

/** A place that keeps secrets, with how to get at it. */
export interface MeasuredPlace {
  environment: string;
  account: string;
  region: string;
  /** How many secrets there are. */
  secrets: number;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** AWS that answers, and what a portal has to be told of it. */
export interface SecretPlaces {
  endpoint: string;
  places: MeasuredPlace[];
  /** `aws` and `sphera.secrets` of the configuration; the portal keeps to no limits, which would be what is measured. */
  aws: JsonObject;
  secrets: JsonObject;
  fleet: object;
  /** Names of the services that own the secrets. */
  services: string[];
  /** The services as the catalog has them. */
  entities: Entity[];
  /** Calls since the last time that this was asked, by API. */
  calls(): Promise<Record<string, number>>;
  stop(): void;
}

const WITHOUT_LIMIT = 100_000;

/** Starts two environments in three regions each, which have the secrets of so many services. */
export async function startSecretPlaces(size: {
  services: number;
  secretsEach: number;
}): Promise<SecretPlaces> {
  const accounts = Object.values(ACCOUNTS).map(account => ({
    account,
    accessKeyId: `KEYOF${account}`,
    secretAccessKey: 'benchmark-account-5tGb8NhYq2',
  }));
  const wanted = Object.entries(ACCOUNTS).flatMap(([environment, account]) =>
    REGIONS.map(region => ({ environment, account, region })),
  );
  const child = fork(join(__dirname, 'secretsProcess.ts'));
  const answer = <T>(key: string) =>
    new Promise<T>((resolve, reject) => {
      // What transforms the sources on their way in has messages of its own.
      const hear = (message: object) => {
        if (!(key in message)) return;
        child.off('message', hear);
        resolve(message as T);
      };
      child.on('message', hear);
      child.once('exit', () => reject(new Error('AWS did not start')));
    });
  const isUp = answer<{ endpoint: string; counts: number[] }>('endpoint');
  child.send({
    accounts,
    size: { ...size, places: wanted },
  } satisfies SecretsWanted);
  const { endpoint, counts } = await isUp;
  const services = Array.from({ length: size.services }, (_, n) =>
    fleetServiceName(n),
  );
  return {
    endpoint,
    places: wanted.map((place, index) => ({
      ...place,
      secrets: counts[index],
      credentials: accounts.find(({ account }) => account === place.account)!,
    })),
    aws: {
      accounts: accounts.map(({ account, ...keys }) => ({
        accountId: account,
        ...keys,
      })),
    },
    secrets: {
      places: Object.entries(ACCOUNTS).map(([environment, account]) => ({
        environment,
        account,
        regions: REGIONS,
        endpoint,
      })),
      fingerprintKeys: [
        { id: 'benchmark', secret: 'kPz7Wd2Xq9Rm4Vt6Yb3Lh8Ns1Cf5Gj0A' },
      ],
      limits: {
        ListSecrets: WITHOUT_LIMIT,
        BatchGetSecretValue: WITHOUT_LIMIT,
      },
    },
    fleet: {
      environments: Object.keys(ACCOUNTS).map(name => ({ name })),
      regions: REGIONS.map(name => ({ name })),
    },
    services,
    entities: services.map(entityOf),
    async calls() {
      const counted = answer<{ calls: Record<string, number> }>('calls');
      child.send('calls');
      return (await counted).calls;
    },
    stop: () => child.disconnect(),
  };
}

function entityOf(name: string, number: number): Entity {
  const owner = `team-${number % 20}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'microservice', owner, lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}
