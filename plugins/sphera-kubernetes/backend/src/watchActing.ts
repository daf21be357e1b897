import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  restoreAutoscalerBounds,
  settleAutoscalerBounds,
  settleRestart,
} from '@sphera/plugin-kubernetes-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { Acting } from './assembleActing';
import { BoundsWatch } from './bounds/BoundsWatch';
import type { FleetMemory } from './fleet/FleetMemory';
import { RestartWatch } from './restarts/RestartWatch';

/**
 * Sees restarts to their end and bounds back to what they were, in the name of who asked: on each change of the
 * fleet, by a timer, and each minute for what a portal that died has left.
 */
export async function watchActing(
  deps: Pick<
    Acting,
    'restarts' | 'records' | 'bounds' | 'standing' | 'stores' | 'now'
  > & {
    operations: OperationsService;
    memory: FleetMemory;
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    logger: LoggerService;
  },
): Promise<void> {
  const { operations, memory, scheduler, lifecycle, logger } = deps;
  const { restarts, records, bounds, standing, stores, now } = deps;
  const onBehalfOf = (actor: string) => ({ actor, door: 'schedule' as const });

  const restartWatch = new RestartWatch({
    readOpen: () => stores.restarts.open(),
    standing: restart => records.standing(restart),
    take: (...question) => stores.restarts.take(...question),
    note: ({ id, startedBy }, { state, sentence }) =>
      operations.run(
        settleRestart,
        { id, state, sentence },
        onBehalfOf(startedBy),
      ),
    now,
    logger,
  });
  const boundsWatch = new BoundsWatch({
    readStanding: async () => {
      await standing.refresh();
      return standing.all();
    },
    sightOf: name =>
      memory.clusters().find(({ cluster }) => cluster.name === name),
    take: (...question) => stores.bounds.take(...question),
    deeds: {
      settle: ({ id, setBy }) =>
        operations.run(settleAutoscalerBounds, { id }, onBehalfOf(setBy)),
      restore: ({ id, setBy }) =>
        operations.run(restoreAutoscalerBounds, { id }, onBehalfOf(setBy)),
    },
    now,
    logger,
  });

  const orWarn = (looking: Promise<void>) =>
    void looking.catch(error =>
      logger.warn(`Restarts and bounds cannot be watched right now: ${error}`),
    );
  const look = async () => {
    await restartWatch.look();
    await boundsWatch.look();
  };
  bounds.onFailed(() => orWarn(boundsWatch.look()));
  restarts.onBegin(restart => restartWatch.follow(restart));
  operations.onChange(({ operation }) => {
    // Others tell what the fleet's own memory told this watch already.
    if (operation !== undefined) orWarn(look());
  });
  const hearNoMore = memory.onChange(change => {
    orWarn(restartWatch.heard(change));
    orWarn(boundsWatch.heard(change));
  });
  lifecycle.addShutdownHook(() => {
    hearNoMore();
    boundsWatch.stop();
  });
  await scheduler.scheduleTask({
    id: 'see-to-restarts-and-bounds',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: look,
  });
  lifecycle.addStartupHook(look);
}
