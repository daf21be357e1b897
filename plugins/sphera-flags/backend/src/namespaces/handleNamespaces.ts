import {
  claimFlagNamespace,
  releaseFlagNamespace,
} from '@sphera/plugin-flags-common';
import type { Clock, OperationsService } from '@sphera/plugin-operations-node';
import { FlagConflictError } from '../errors';
import { namespaceOfService } from './namespaceOf';
import type { NamespaceStore } from './NamespaceStore';

/** Opens the doors of the operations on namespaces. */
export function handleNamespaces(
  operations: OperationsService,
  {
    namespaces,
    clock,
  }: { namespaces: NamespaceStore; clock: Pick<Clock, 'now'> },
): void {
  operations.handle(
    claimFlagNamespace,
    async ({ input: { service }, actor }) => {
      const namespace = namespaceOfService(service);
      const owner = await namespaces.claim({
        namespace,
        service,
        claimedBy: actor.ref,
        claimedAt: clock.now(),
      });
      if (owner !== service) {
        throw new FlagConflictError(
          `Flags called ${namespace} or ${namespace}.… belong to ${owner} already`,
        );
      }
      return { namespace, service };
    },
  );

  operations.handle(releaseFlagNamespace, async ({ input: { service } }) => {
    const namespace = namespaceOfService(service);
    await namespaces.release(namespace, service);
    return { namespace, service };
  });
}
