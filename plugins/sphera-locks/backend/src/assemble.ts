import { randomUUID } from 'node:crypto';
import type {
  DatabaseService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  OperationsService,
  ServiceDirectory,
} from '@sphera/plugin-operations-node';
import { FreezeWindows } from './FreezeWindows';
import { Gate, GateMemory } from './gate';
import { Locks } from './Locks';
import { OwnerNotices } from './OwnerNotices';
import { readSettings } from './readSettings';
import { openStores } from './storage/openStores';

/** Puts the parts of this capability together: here the clock and ids come in. */
export async function assemble(deps: {
  config: Config;
  database: DatabaseService;
  directory: ServiceDirectory;
  fleet: Fleet;
  logger: LoggerService;
  notifications: NotificationService;
  operations: OperationsService;
  userInfo: UserInfoService;
}) {
  const settings = readSettings(deps.config, deps.fleet);
  const stores = await openStores(deps.database);
  const clock = () => new Date();
  const newId = randomUUID;

  const windows = new FreezeWindows({
    configured: settings.windows,
    store: stores.windows,
    clock,
    newId,
  });
  const locks = new Locks({ store: stores.locks, windows, clock, newId });
  const memory = new GateMemory({
    read: () => locks.standing(),
    clock,
    logger: deps.logger,
  });
  // Heard before the answer to a change is sent, so that nobody who has it is told otherwise.
  deps.operations.onChange(() => memory.forget());

  return {
    locks,
    windows,
    memory,
    gate: new Gate({ ...deps, ...settings, memory, clock }),
    owners: new OwnerNotices(deps),
    store: stores.locks,
    clock,
  };
}
