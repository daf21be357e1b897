import {
  cancelRollback,
  rollForward,
  settleRollback,
  startRollback,
  startRollbackSet,
} from '@sphera/plugin-rollback-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import { findRollback } from '../reading/readRollbacks';
import type { ActingParts } from './ActingParts';
import { beginForward } from './beginForward';
import { beginRollback } from './beginRollback';
import { beginSet } from './beginSet';
import { cancel } from './cancel';

/** Opens the doors of the operations that act. */
export function handleActing(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const { runner, store, toAnswer } = parts;
  const byId = {
    target: async ({ id }: { id: string }) => {
      const { service, environment, regions } = await findRollback(store, id);
      return regions.map(region => ({ service, environment, region }));
    },
  };

  operations.handle(startRollback, async ({ input, actor }) =>
    toAnswer(await beginRollback(parts, input, actor.ref)),
  );

  operations.handle(startRollbackSet, async ({ input, actor }) =>
    beginSet(parts, input, actor.ref),
  );

  operations.handle(
    rollForward,
    async ({ input, actor }) =>
      toAnswer(await beginForward(parts, input, actor.ref)),
    byId,
  );

  operations.handle(
    cancelRollback,
    async ({ input, actor }) =>
      toAnswer(
        await cancel(parts, input.id, { by: actor.ref, reason: input.reason }),
      ),
    byId,
  );

  operations.handle(
    settleRollback,
    async ({ input: { id, ...outcome } }) =>
      toAnswer(await runner.end(id, outcome)),
    byId,
  );
}
