import type { OperationsService } from '@sphera/plugin-operations-node';
import {
  getLayout,
  getRollback,
  getRollbackSet,
  listRollbacks,
  listVersions,
  planRollback,
  planRollbackSet,
  planRollForward,
} from '@sphera/plugin-rollback-common';
import { readLayout } from './reading/readLayout';
import type { ReadingParts } from './reading/ReadingParts';
import { findRollback, readRollbacks } from './reading/readRollbacks';
import { readVersions } from './reading/readVersions';
import { serviceOf } from './reading/serviceOf';
import { findSet, readSet } from './sets/readSet';

/** Opens the doors of every operation that only looks. */
export function handleLooking(
  operations: OperationsService,
  parts: ReadingParts,
): void {
  const { directory, plans, store, toAnswer } = parts;

  const target = async ({ id }: { id: string }) => {
    const { service, environment } = await findRollback(store, id);
    return { service, environment };
  };

  operations.handle(getLayout, async ({ input }) =>
    readLayout(parts, await serviceOf(directory, input.service)),
  );

  operations.handle(listVersions, async ({ input }) =>
    readVersions(parts, await serviceOf(directory, input.service), input),
  );

  operations.handle(planRollback, async ({ input }) => plans.plan(input));

  operations.handle(
    planRollForward,
    async ({ input: { id } }) => plans.forward(await findRollback(store, id)),
    { target },
  );

  operations.handle(
    getRollback,
    async ({ input: { id } }) => toAnswer(await findRollback(store, id)),
    { target },
  );

  operations.handle(listRollbacks, async ({ input }) =>
    readRollbacks(parts, input),
  );

  operations.handle(planRollbackSet, async ({ input }) => plans.set(input));

  operations.handle(
    getRollbackSet,
    async ({ input: { id } }) => readSet(parts, id),
    {
      target: async ({ id }) => {
        const { environment } = await findSet(store, id);
        return { environment };
      },
    },
  );
}
