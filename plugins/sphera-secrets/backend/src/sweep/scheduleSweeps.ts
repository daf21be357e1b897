import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Place } from '@sphera/plugin-secrets-common';
import type { Sweeps } from './Sweeps';

/** Has each place looked through again and again, by one replica at a time. */
export async function scheduleSweeps(deps: {
  scheduler: Pick<SchedulerService, 'scheduleTask'>;
  sweeps: Sweeps;
  places: readonly Place[];
  /** Milliseconds. */
  every: number;
}): Promise<void> {
  const { scheduler, sweeps, places, every } = deps;
  for (const place of places) {
    await scheduler.scheduleTask({
      id: `look-through-${place.environment}-${place.region}`,
      scope: 'global',
      initialDelay: { seconds: 1 },
      frequency: { milliseconds: every },
      timeout: { minutes: 30 },
      fn: signal => sweeps.one(place, signal as AbortSignal),
    });
  }
}
