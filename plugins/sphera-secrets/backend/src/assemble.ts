import type {
  DatabaseService,
  LifecycleService,
  LoggerService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type OperationsService,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import { assembleActing } from './acting/assembleActing';
import { deedsOf } from './acting/deedsOf';
import { openSecretsClients } from './adapters/openSecretsClients';
import { SecretsViews } from './reading/SecretsViews';
import { openRecords } from './records/openRecords';
import { readSettings } from './settings/readSettings';
import { openDatabase } from './storage/openDatabase';

/** Puts the parts of this capability together: here the clock comes in. */
export async function assemble(deps: {
  config: Config;
  database: DatabaseService;
  directory: ServiceDirectory;
  fleet: Fleet;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  operations: OperationsService;
  scheduler: SchedulerService;
  userInfo: UserInfoService;
}) {
  const { config, directory, fleet, lifecycle } = deps;
  const settings = readSettings(config, fleet);
  const knex = await openDatabase(deps.database);
  const clients = openSecretsClients({ ...deps, settings });
  lifecycle.addShutdownHook(() => clients.close());
  const records = await openRecords({
    ...deps,
    knex,
    clients,
    settings,
    callsOf: place =>
      clients.calls(place).filter(({ lastMinute }) => lastMinute > 0),
    clock: systemClock,
  });
  const { memory, looking } = records;
  const acting = assembleActing({
    ...deps,
    ...records,
    knex,
    clients,
    settings,
  });
  const views = new SecretsViews({
    memory,
    directory,
    rules: settings,
    clock: systemClock,
  });
  return {
    memory,
    acting,
    reading: {
      memory,
      looking,
      clients,
      settings,
      fleet,
      directory,
      views,
      deeds: deedsOf(acting),
      now: systemClock.now,
      userInfo: deps.userInfo,
    },
  };
}
