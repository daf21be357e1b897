import { usePermission } from '@backstage/plugin-permission-react';
import {
  formatTarget,
  Operation,
  Target,
} from '@sphera/plugin-operations-common';

// A permission on a resource is refused without a name of the resource, and the
// whole fleet has none; a target that names nothing means all of it.
const WHOLE_FLEET = 'all';

/**
 * Whether the person who is signed in may ask for an operation on a target. While
 * that is not known, yes: the backend has the last word.
 */
export function useMay(operation: Operation, target: Target): boolean {
  const { loading, error, allowed } = usePermission({
    permission: operation.permission,
    resourceRef: formatTarget(target) || WHOLE_FLEET,
  });
  return allowed || loading || Boolean(error);
}
