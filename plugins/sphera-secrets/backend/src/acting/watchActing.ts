import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { OperationsService } from '@sphera/plugin-operations-node';
import { finishChange, undoChange } from '@sphera/plugin-secrets-common';
import type { ActingParts } from './ActingParts';
import type { Change } from './Change';
import { environmentsOf } from './deeds/halfDone';
import { Recovery } from './Recovery';

/**
 * Settles changes that a portal which died has left behind, in the name of who asked for
 * them: at the start, each minute, and where one is in the way of another change.
 */
export async function watchActing(deps: {
  operations: OperationsService;
  acting: ActingParts;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<void> {
  const { operations, acting, scheduler, lifecycle, logger } = deps;
  const endWith =
    (operation: typeof finishChange | typeof undoChange) => (change: Change) =>
      operations.run(
        operation,
        {
          service: change.service,
          environments: environmentsOf(change),
          change: change.id,
          reason: 'The portal stopped in the middle of it',
        },
        { actor: change.by, door: 'schedule' },
      );
  const recovery = new Recovery({
    ...acting,
    endings: {
      finish: endWith(finishChange),
      undo: endWith(undoChange),
      leaveToPeople: ({ service }) => operations.announce({ service }),
    },
  });
  acting.holding.onAbandoned(change => recovery.settle(change));
  const look = () => recovery.look();
  await scheduler.scheduleTask({
    id: 'settle-abandoned-changes',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: look,
  });
  lifecycle.addStartupHook(() =>
    look().catch(error =>
      logger.warn(`Changes of secrets cannot be settled: ${error.message}`),
    ),
  );
}
