import type { RollbackSet, SetPlan } from '@sphera/plugin-rollback-common';
import { dana, hoursAgo, plan, rollback } from './answers';

const selling = 'system:default/selling';
const bookings = 'component:default/bookings';

/** Two services of a system that ran other versions, and one that did not. */
export function setPlan(fields: Partial<SetPlan> = {}): SetPlan {
  return {
    system: selling,
    environment: 'production',
    at: hoursAgo(3),
    plans: [
      plan(),
      {
        ...plan({ version: '8.3.0' }),
        id: 'plan of bookings',
        service: bookings,
        from: '8.4.1',
      },
    ],
    others: [
      {
        service: 'component:default/website',
        sentence: 'It is to run what it was to run then',
      },
    ],
    ...fields,
  };
}

/** A set of which one rollback is over. */
export function rollbackSet(fields: Partial<RollbackSet> = {}): RollbackSet {
  return {
    id: 'set-3',
    system: selling,
    environment: 'production',
    at: hoursAgo(3),
    reason: 'incident 4711',
    startedBy: dana,
    startedAt: hoursAgo(0),
    state: 'running',
    sentence: '2 rollbacks: 1 under way and 1 done',
    rollbacks: [
      rollback({ set: 'set-3' }),
      rollback({
        id: 'rollback-9',
        set: 'set-3',
        service: bookings,
        state: 'done',
        endedAt: hoursAgo(0),
      }),
    ],
    ...fields,
  };
}
