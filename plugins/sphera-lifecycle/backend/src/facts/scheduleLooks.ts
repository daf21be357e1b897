import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import type { SourceLooks } from './SourceLooks';

/** How soon a new service is looked at, in milliseconds. */
const NEW_WITHIN_MS = 10_000;

/** Has each source look at the services whose time has come, one replica at a time. */
export async function scheduleLooks(deps: {
  scheduler: Pick<SchedulerService, 'scheduleTask'>;
  directory: Pick<ServiceDirectory, 'list'>;
  all: readonly SourceLooks[];
  /** Takes in what other replicas have looked at. */
  follow: () => Promise<unknown>;
  forget: () => Promise<void>;
}): Promise<void> {
  const { scheduler, directory, all, follow, forget } = deps;
  for (const looks of all) {
    const { id, lookEvery } = looks.source;
    await scheduler.scheduleTask({
      id: `look-by-${id}`,
      scope: 'global',
      initialDelay: { seconds: 1 },
      frequency: { milliseconds: Math.min(lookEvery, NEW_WITHIN_MS) },
      timeout: { minutes: 30 },
      async fn() {
        await follow();
        await looks.lookAtDue(await directory.list());
      },
    });
  }
  await scheduler.scheduleTask({
    id: 'forget-facts-of-old-services',
    scope: 'global',
    initialDelay: { minutes: 5 },
    frequency: { hours: 6 },
    timeout: { minutes: 5 },
    fn: forget,
  });
}
