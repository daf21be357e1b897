import type {
  AuthService,
  DatabaseService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type OperationsService,
  type ServiceDirectory,
  type ServiceEntry,
  systemClock,
} from '@sphera/plugin-operations-node';
import { openApplications } from './adapters/argocd/openApplications';
import { openClusters } from './adapters/clusters/openClusters';
import { openRepositories } from '@sphera/plugin-git-node';
import { openPullRequests } from './adapters/github/openPullRequests';
import { openSources } from './adapters/github/openSources';
import { openImages } from './adapters/registry/openImages';
import { openMessages } from './adapters/slack/openMessages';
import { openVersions } from './history/openVersions';
import { openLayouts } from './layouts/openLayouts';
import { channelOf } from './notices/channelOf';
import { openNotices } from './notices/openNotices';
import { openPeople } from './people/openPeople';
import { openPlans } from './plans/openPlans';
import { Ways } from './plans/Ways';
import { createToAnswer } from './running/createToAnswer';
import { openRunner } from './running/openRunner';
import type { RunnerParts } from './running/RunnerParts';
import { readSettings } from './settings/readSettings';
import { openStore } from './storage/openStore';

/** Puts the parts of this capability together: here the clock comes in. */
export async function assemble(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  directory: ServiceDirectory;
  events: EventsService;
  fleet: Fleet;
  lifecycle: LifecycleService;
  logger: LoggerService;
  notifications: NotificationService;
  operations: OperationsService;
  /** Where tests let a replica die. */
  atBoundary?: RunnerParts['atBoundary'];
}) {
  const clock = systemClock;
  const settings = readSettings(deps.config, deps.fleet);
  const given = { ...deps, settings, clock };
  const layouts = openLayouts(settings, deps.fleet);
  const repositories = openRepositories(given);
  const pullRequests = openPullRequests(given);
  const clusters = await openClusters(deps);
  const sources = {
    layouts,
    repositories,
    clusters,
    versions: openVersions({ ...given, repositories, layouts }),
    images: openImages(given),
    people: openPeople(given),
    store: await openStore(deps.database),
  };
  const reading = { ...given, ...sources, toAnswer: createToAnswer(settings) };
  const planning = {
    ...reading,
    ways: new Ways({ ...given, pullRequests }),
    channelOf: (service: ServiceEntry) => channelOf(settings, service),
  };
  const plans = openPlans(planning);
  const runner = openRunner({
    ...given,
    ...sources,
    pullRequests,
    applications: openApplications(given),
    notices: openNotices({ ...given, messages: openMessages(given) }),
  });
  deps.lifecycle.addShutdownHook(async () => {
    await runner.stop();
    await repositories.close();
  });
  return {
    runner,
    reading: { ...reading, plans },
    acting: { ...reading, plans, runner, channelOf },
    promoting: { ...planning, pullRequests, sources: openSources(given) },
  };
}
