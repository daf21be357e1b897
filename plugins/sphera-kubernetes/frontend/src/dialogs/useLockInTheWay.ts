import { listLocks, Lock } from '@sphera/plugin-locks-common';
import { LockableAction } from '@sphera/plugin-operations-common';
import { useOperation } from '@sphera/plugin-operations-react';

const MOST_LOCKS = 200;

/**
 * The lock that holds an action back on a service in an environment, as far as the
 * page knows: where locks cannot be asked for, the backend has the last word.
 */
export function useLockInTheWay(
  action: LockableAction,
  place: { service: string; environment: string },
): Lock | undefined {
  const locks = useOperation(listLocks, {
    service: place.service,
    limit: MOST_LOCKS,
  });
  return locks.data?.items.find(
    lock =>
      lock.actions.includes(action) &&
      (!lock.environment || lock.environment === place.environment),
  );
}
