import type { Clock, ServiceEntry } from '@sphera/plugin-operations-node';
import type { Change, ChangingOperation } from './Change';

/** A change that somebody asks for, before it is known what it takes. */
export function beginChange(
  operation: ChangingOperation,
  { service, name, by }: { service: ServiceEntry; name: string; by: string },
  { newId, clock }: { newId: () => string; clock: Pick<Clock, 'now'> },
): Change {
  return {
    id: newId(),
    operation,
    service: service.ref,
    name,
    by,
    at: clock.now(),
    places: [],
    about: {},
  };
}
