/**
 * Claim: with 1,000 services × 6 places × 10 secrets, a sweep of all places makes hardly more calls to AWS than
 * the smallest possible number (pages of the lists, and batches of 20 for changed values): at most 1.05 times as
 * many, cold and warm; and a warm sweep takes at most 1.2 times as long as paging through the same lists with the bare SDK.
 *
 * Calls are those that arrive at the stand-in of AWS, a process of its own. The sweep is all that it is: lists,
 * comparison, database, adapter, its limits raised so that these are not what is measured. Sweep and bare paging go
 * through all places at once, in turns.
 */
import {
  paginateListSecrets,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { readFleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import Knex from 'knex';
import { openSecretsClients } from '../plugins/sphera-secrets/backend/src/adapters/openSecretsClients';
import { openRecords } from '../plugins/sphera-secrets/backend/src/records/openRecords';
import { readSettings } from '../plugins/sphera-secrets/backend/src/settings/readSettings';
import { openDatabase } from '../plugins/sphera-secrets/backend/src/storage/openDatabase';
import { inTurns } from './measuring/inTurns';
import { report } from './measuring/report';
import {
  type SecretPlaces,
  startSecretPlaces,
} from './measuring/startSecretPlaces';

const CALLS_BAR = 1.05;
const TIME_BAR = 1.2;
const SIZE = { services: 1_000, secretsEach: 10 };
const PAGE = 100;
const BATCH = 20;
// Each takes seconds.
const ROUNDS = 15;

async function openPortal({ aws, secrets, fleet, services }: SecretPlaces) {
  const config = new ConfigReader({
    aws,
    sphera: { fleet: fleet as never, secrets },
  });
  const settings = readSettings(config, readFleet(config));
  const knex = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const clients = openSecretsClients({ config, settings });
  const directory = services.map(serviceEntry);
  const { memory, sweep } = await openRecords({
    knex: await openDatabase({ getClient: async () => knex }),
    clients,
    settings,
    directory: {
      list: async () => directory,
      get: async ref => directory.find(entry => entry.ref === ref),
    },
    scheduler: { async scheduleTask() {} },
    lifecycle: { addShutdownHook() {} },
    logger: silent,
    operations: { onChange() {} },
  });
  const stop = async () => {
    clients.close();
    await knex.destroy();
  };
  return { memory, sweep, stop };
}

const silent: LoggerService = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silent,
};

const serviceEntry = (name: string): ServiceEntry => ({
  ref: `component:default/${name}`,
  name,
  title: name,
  owners: [],
  type: 'microservice',
  environments: [],
  annotations: {},
});

/** Goes through every list with the SDK and nothing else. */
function bareSdk({ places, endpoint }: SecretPlaces) {
  const clients = places.map(
    ({ region, credentials }) =>
      new SecretsManagerClient({ region, endpoint, credentials }),
  );
  return async () => {
    const counts = await Promise.all(
      clients.map(async client => {
        let count = 0;
        const pages = paginateListSecrets(
          { client, pageSize: PAGE },
          { IncludePlannedDeletion: true },
        );
        for await (const { SecretList } of pages) count += SecretList!.length;
        return count;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
}

const timeOf = async (run: () => Promise<unknown>) => {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
};

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

report(async () => {
  const aws = await startSecretPlaces(SIZE);
  const portal = await openPortal(aws);
  const pages = sum(aws.places.map(({ secrets }) => Math.ceil(secrets / PAGE)));
  const batches = sum(
    aws.places.map(({ secrets }) => Math.ceil(secrets / BATCH)),
  );
  const countCalls = async () => sum(Object.values(await aws.calls()));

  await countCalls();
  const coldMs = await timeOf(portal.sweep);
  const coldCalls = await countCalls();
  await portal.sweep();
  const warmCalls = await countCalls();
  const secrets = sum(portal.memory.places().map(place => place.secrets));
  const expected = sum(aws.places.map(place => place.secrets));
  if (secrets !== expected) {
    throw new Error(`The portal sees ${secrets} secrets, not ${expected}`);
  }

  const page = bareSdk(aws);
  const times = await inTurns(
    () => timeOf(portal.sweep),
    () => timeOf(page),
    ROUNDS,
  );
  await portal.stop();
  aws.stop();
  const coldRatio = coldCalls / (pages + batches);
  const warmRatio = warmCalls / pages;
  return {
    bench: 'secrets',
    secrets,
    coldCalls,
    coldCallsAtLeast: pages + batches,
    warmCalls,
    warmCallsAtLeast: pages,
    callsRatio: Number(Math.max(coldRatio, warmRatio).toFixed(3)),
    coldMs: Math.round(coldMs),
    warmMs: Math.round(times.own),
    bareSdkMs: Math.round(times.peer),
    ratio: times.ratio,
    bar: TIME_BAR,
    holds:
      times.ratio <= TIME_BAR && Math.max(coldRatio, warmRatio) <= CALLS_BAR,
  };
});
