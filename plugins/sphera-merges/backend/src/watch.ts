import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { listLocks } from '@sphera/plugin-locks-common';
import { CHANGES_TOPIC } from '@sphera/plugin-operations-node';
import type { Acting } from './assemble';
import { hearGitHub } from './hearing/hearGitHub';
import type { Stores } from './storage/openStores';

/** Looks whenever there may be something to do: locks changed, GitHub tells, time passed, the portal started. */
export async function watch(
  { settings, wishes, worker, looking }: Acting,
  deps: {
    events: EventsService;
    lifecycle: LifecycleService;
    logger: LoggerService;
    scheduler: SchedulerService;
    stores: Stores;
  },
): Promise<void> {
  const { events, lifecycle, logger, scheduler, stores } = deps;
  await events.subscribe({
    id: 'sphera-merges-locks',
    topics: [CHANGES_TOPIC],
    async onEvent({ eventPayload }) {
      const { plugin } = eventPayload as { plugin: string };
      if (plugin === listLocks.plugin) await wishes.look();
    },
  });
  await events.subscribe({
    id: 'sphera-merges-github',
    topics: ['github'],
    async onEvent(event) {
      if (await hearGitHub(event, { stores, settings })) worker.wake();
    },
  });
  await scheduler.scheduleTask({
    id: 'catch-up-on-merges',
    frequency: { minutes: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: () => looking.catchUp(),
  });
  await scheduler.scheduleTask({
    id: 'compare-merges-with-github',
    frequency: { milliseconds: settings.reconcileEvery },
    initialDelay: { milliseconds: settings.reconcileEvery },
    timeout: { minutes: 5 },
    fn: async () => void (await looking.again()),
  });
  lifecycle.addStartupHook(() => {
    looking
      .again()
      .catch(error =>
        logger.warn(`Merges cannot be compared with GitHub: ${error}`),
      );
  });
  lifecycle.addShutdownHook(async () => {
    wishes.stop();
    await worker.stop();
  });
}
