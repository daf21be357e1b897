import type {
  DatabaseService,
  LifecycleService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import { assembleActing } from './assembleActing';
import type { OwnedAutoscaler } from './bounds/findAutoscaler';
import { openFleet } from './fleet/openFleet';
import { answerAutoscaler } from './reading/answers';
import { ServiceViews } from './reading/ServiceViews';
import { SortedServices } from './reading/SortedServices';
import { readSettings } from './settings/readSettings';

/** Puts the parts of this capability together: here the clock comes in. */
export async function assemble(deps: {
  config: Config;
  database: DatabaseService;
  directory: ServiceDirectory;
  fleet: Fleet;
  lifecycle: LifecycleService;
  logger: LoggerService;
  userInfo: UserInfoService;
}) {
  const { config, directory, fleet, userInfo } = deps;
  const settings = readSettings(config, fleet);
  const { memory, clients } = openFleet(deps);
  const acting = await assembleActing({ ...deps, memory, clients, settings });
  const reading = {
    memory,
    fleet,
    directory,
    services: new SortedServices(directory),
    views: new ServiceViews({
      memory,
      fleet,
      rules: settings,
      clock: systemClock,
    }),
    deeds: acting.deeds,
    now: systemClock.now,
    userInfo,
  };
  return {
    settings,
    memory,
    clients,
    reading,
    acting: {
      ...acting,
      memory,
      answer: ({ autoscaler, ...owned }: OwnedAutoscaler) =>
        answerAutoscaler(reading, owned, autoscaler),
    },
  };
}
