import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { titleOf } from '@sphera/plugin-fleet-common';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { serviceDirectoryServiceRef } from '@sphera/plugin-operations-node';
import { Links } from '../Links';
import { readLinks } from '../settings/readLinks';
import { LinksCollator } from './LinksCollator';

const KEY = 'search.collators.links.schedule';
const DEFAULT: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 2 },
  initialDelay: { seconds: 5 },
  timeout: { minutes: 3 },
  // The stock index is in the memory of each replica.
  scope: 'local',
};

/** Lets the search find the links of services. */
export const linksInSearchModule = createBackendModule({
  pluginId: 'search',
  moduleId: 'sphera-links',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        directory: serviceDirectoryServiceRef,
        fleet: fleetServiceRef,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, directory, fleet, index, scheduler }) {
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(scheduleOf(config)),
          factory: new LinksCollator({
            directory,
            links: new Links(readLinks(config, fleet), fleet),
            titleOf: name => titleOf(fleet.environments, name),
            pause: 2_000,
          }),
        });
      },
    });
  },
});

function scheduleOf(config: Config): SchedulerServiceTaskScheduleDefinition {
  return config.has(KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(KEY),
      )
    : DEFAULT;
}
