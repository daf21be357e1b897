import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Reminders } from './Reminders';

/** Looks each hour, on one replica at a time, whether somebody is to be reminded. */
export async function scheduleReminders({
  scheduler,
  reminders,
}: {
  scheduler: Pick<SchedulerService, 'scheduleTask'>;
  reminders: Pick<Reminders, 'send'>;
}): Promise<void> {
  await scheduler.scheduleTask({
    id: 'remind-approvers',
    scope: 'global',
    initialDelay: { minutes: 5 },
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    fn: () => reminders.send(),
  });
}
