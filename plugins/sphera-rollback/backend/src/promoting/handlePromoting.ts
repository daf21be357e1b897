import type { OperationsService } from '@sphera/plugin-operations-node';
import { planPromotion, promote } from '@sphera/plugin-rollback-common';
import { planOf } from './planOf';
import { promoteVersion } from './promoteVersion';
import type { PromotingParts } from './PromotingParts';

/** Opens the doors of the operations that bring a version to the next environment. */
export function handlePromoting(
  operations: OperationsService,
  parts: PromotingParts,
): void {
  operations.handle(planPromotion, async ({ input }) => {
    const { plan } = await planOf(parts, input);
    return plan;
  });

  operations.handle(promote, async ({ input, actor }) =>
    promoteVersion(parts, input, actor.ref),
  );
}
