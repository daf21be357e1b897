import type { SchedulerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { startSecretsManagerStandIn } from '@sphera/dev-fleet';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import type { Knex } from 'knex';
import { openSecretsClients } from '../../adapters/openSecretsClients';
import { openRecords } from '../../records/openRecords';
import { readSettings } from '../../settings/readSettings';
import { openDatabase } from '../../storage/openDatabase';

const ACCOUNTS = { staging: '111111111111', production: '222222222222' };
/** Regions of each environment. */
export const REGIONS = ['eu', 'us', 'ap'];
const DAYS_AGO = Date.parse('2026-11-20T12:00:00.000Z');
const NOON = Date.parse('2026-11-24T12:00:00.000Z');

const keyOf = (id: string) => ({
  id,
  secret: `fingerprint key ${id}`.repeat(3),
});

const service = (name: string): ServiceEntry => ({
  ref: `component:default/${name}`,
  name,
  title: name,
  owners: ['group:default/selling'],
  type: 'microservice',
  environments: [],
  annotations: {},
});

/** A place of these tests. */
export const place = (
  environment: keyof typeof ACCOUNTS,
  region: string,
): Place => ({ environment, region });

/** Two environments with three regions each on the stand-in of AWS, empty, and a catalog with the services `payments` and `quotes`. */
export async function givenPlaces(knex: Knex) {
  let now = NOON;
  const clock = {
    now: () => now,
    after: () => () => {},
    random: () => 0.5,
  };
  const standIn = await startSecretsManagerStandIn({
    clock: { now: () => now },
    accounts: Object.values(ACCOUNTS).map(account => ({
      account,
      accessKeyId: `KEYOF${account}`,
      secretAccessKey: 'any',
    })),
  });
  const database = await openDatabase(mockServices.database({ knex }));
  const catalog = new Map(
    ['payments', 'quotes'].map(name => [name, service(name)]),
  );
  const fleet = {
    environments: Object.keys(ACCOUNTS).map(name => ({ name, title: name })),
    regions: REGIONS.map(name => ({ name, title: name })),
    clusters: [],
  };

  let isCatalogDown = false;

  async function open({
    keys = ['2026'],
    scheduler = mockServices.scheduler.mock(),
  }: { keys?: string[]; scheduler?: SchedulerService } = {}) {
    const config = new ConfigReader({
      aws: {
        accounts: Object.values(ACCOUNTS).map(accountId => ({
          accountId,
          accessKeyId: `KEYOF${accountId}`,
          secretAccessKey: 'any',
        })),
      },
      sphera: {
        secrets: {
          places: Object.entries(ACCOUNTS).map(([environment, account]) => ({
            environment,
            account,
            regions: REGIONS,
            endpoint: standIn.endpoint,
          })),
          fingerprintKeys: keys.map(keyOf),
        },
      },
    });
    const settings = readSettings(config, fleet);
    const clients = openSecretsClients({ config, settings });
    const heard: Array<(change: { id: string }) => void> = [];
    const changes: Array<ReadonlySet<string> | 'all'> = [];
    const log = mockServices.logger.mock();
    const records = await openRecords({
      knex: database,
      clients,
      callsOf: at => clients.calls(at),
      settings,
      directory: {
        list: async () => {
          if (isCatalogDown) throw new Error('The catalog does not answer');
          return [...catalog.values()];
        },
        get: async ref => catalog.get(ref.split('/')[1]),
      },
      scheduler,
      lifecycle: mockServices.lifecycle.mock(),
      logger: log,
      operations: { onChange: listener => heard.push(listener) },
      clock,
    });
    records.memory.onChange(changed => changes.push(changed));
    /** Tells this replica that another one has changed something. */
    const hear = () => heard.forEach(listener => listener({ id: 'change' }));
    return { ...records, clients, changes, hear, log };
  }

  const storeOf = ({ environment, region }: Place) =>
    standIn.aws.secrets(ACCOUNTS[environment as keyof typeof ACCOUNTS], region);
  const tagsOf = (name: string, environment: string) => [
    { Key: 'service', Value: name },
    { Key: 'environment', Value: environment },
  ];

  return {
    standIn,
    open,
    catalog: {
      add: (name: string) => void catalog.set(name, service(name)),
      fail: (isDown: boolean) => {
        isCatalogDown = isDown;
      },
    },
    goOn(milliseconds: number) {
      now += milliseconds;
    },
    /** Puts a secret of a service into places as if it had always been there; the last value is current. */
    put(
      places: Place[],
      [name, secret]: [service: string, secret: string],
      ...values: Array<string | Buffer>
    ) {
      for (const at of places) {
        storeOf(at).put({
          name: `${at.environment}/${name}/${secret}`,
          tags: tagsOf(name, at.environment),
          createdAt: DAYS_AGO,
          versions: values.map((value, index) => ({
            value,
            createdAt: DAYS_AGO + index * 1_000,
          })),
        });
      }
    },
    storeOf,
    /** From now on the list of a place stays as it is, whatever single questions find. */
    holdListOf(at: Place) {
      const store = storeOf(at);
      const held = structuredClone(store.ordered());
      const list = jest.spyOn(store, 'ordered').mockReturnValue(held);
      return { letGo: () => list.mockRestore() };
    },
    faultAt(
      { environment, region }: Place,
      fault: 'none' | 'down' | 'denied' | 'throttled',
      apis?: string[],
    ) {
      const account = ACCOUNTS[environment as keyof typeof ACCOUNTS];
      standIn.aws.fault({ account, region, fault, apis } as never);
    },
    /** Calls to AWS since the last time, by API. */
    calls(): Record<string, number> {
      const calls = standIn.aws.calls();
      standIn.aws.resetCalls();
      return calls;
    },
    stop: () => standIn.stop(),
  };
}

/** Every place of an environment. */
export const everywhereIn = (environment: keyof typeof ACCOUNTS): Place[] =>
  REGIONS.map(region => place(environment, region));
