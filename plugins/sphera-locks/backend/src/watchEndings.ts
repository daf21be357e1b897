import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { expireLock, Lock } from '@sphera/plugin-locks-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import { Endings } from './Endings';
import type { GateMemory } from './gate';
import type { Clock } from './lockRules';
import type { LockStore } from './storage/LockStore';

/** Starts the watch for endings: a timer on each replica, and a task each minute for what they all missed. */
export async function watchEndings(deps: {
  operations: OperationsService;
  store: LockStore;
  memory: GateMemory;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  clock: Clock;
}): Promise<void> {
  const { operations, store, memory, scheduler, lifecycle } = deps;
  const endings = new Endings({
    ...deps,
    standing: async () => (await memory.recall()).all,
    takeExpired: (now, until) => store.takeExpired(now, until),
    note: lock => noteExpired(operations, lock),
    announce: place => operations.announce(place),
  });
  operations.onChange(() => void endings.watch());
  lifecycle.addShutdownHook(() => endings.stop());
  await scheduler.scheduleTask({
    id: 'note-ended-locks',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: () => endings.note(),
  });
  lifecycle.addStartupHook(() => endings.watch());
}

/** In the name of the person who set the time, as if they had come back to unlock. */
async function noteExpired(operations: OperationsService, lock: Lock) {
  const { id, service, environment, placedBy, expiresAt } = lock;
  const reason = `Its time was up at ${expiresAt}`;
  await operations.run(
    expireLock,
    { id, service, environment, reason },
    { actor: placedBy, door: 'schedule' },
  );
}
