import { randomUUID } from 'node:crypto';
import type {
  AuthService,
  DatabaseService,
  LifecycleService,
  LoggerService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  openTitles,
  type OperationsService,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import type { ActingParts } from './acting/ActingParts';
import { Approvers } from './acting/Approvers';
import { Groups } from './acting/Groups';
import type { FactSources } from './facts/FactSources';
import { openFacts } from './facts/openFacts';
import { Keeper } from './keeping/Keeper';
import { Memory } from './keeping/Memory';
import { Names } from './keeping/Names';
import { Progress } from './keeping/Progress';
import { Standings } from './keeping/Standings';
import { ApprovalNotices } from './notices/ApprovalNotices';
import { Reminders } from './notices/Reminders';
import { scheduleReminders } from './notices/scheduleReminders';
import { readSettings } from './settings/readSettings';
import { ownSources } from './sources/ownSources';
import { KnexApprovalStore } from './storage/KnexApprovalStore';
import { KnexLifecycleStore } from './storage/KnexLifecycleStore';
import { openDatabase } from './storage/openDatabase';

/** What the backend hands in. */
export interface Deps {
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
  scheduler: SchedulerService;
  userInfo: UserInfoService;
}

/**
 * Puts the parts of this capability together: here the clock and ids come in.
 * @param sources - those that modules have added
 */
export async function assemble(
  deps: Deps,
  sources: FactSources,
): Promise<ActingParts> {
  const clock = systemClock;
  const given = { ...deps, clock };
  for (const source of ownSources(given)) sources.addSource(source);
  const path = readSettings(deps.config, {
    fleet: deps.fleet,
    known: new Set(sources.descriptions.keys()),
  });
  const knex = await openDatabase(deps.database);
  const facts = await openFacts({ ...given, sources, knex });
  const lifecycles = new KnexLifecycleStore(knex);
  const approvals = new KnexApprovalStore(knex);
  const memory = new Memory({ lifecycles, approvals });
  const titles = openTitles(given);
  const names = new Names(titles);
  const standings = new Standings({ path, facts, memory, names, clock });
  names.onChange(() => standings.forget());
  const store = lifecycles;
  const known = { ...given, path, store, memory, standings, facts };
  const progress = new Progress(known);
  const keeper = new Keeper({ ...known, progress });
  await keeper.start();
  const notices = new ApprovalNotices({ ...deps, titles });
  if (path.remindAfter !== undefined) {
    const { remindAfter } = path;
    const reminders = new Reminders({
      ...known,
      approvals,
      notices,
      remindAfter,
    });
    await scheduleReminders({ ...deps, reminders });
  }
  deps.lifecycle.addShutdownHook(() => keeper.stop());
  return {
    ...given,
    path,
    facts,
    memory,
    standings,
    progress,
    names,
    titles,
    lifecycles,
    approvals,
    approvers: new Approvers({ ...deps, groups: new Groups(given) }),
    notices,
    newId: randomUUID,
  };
}
