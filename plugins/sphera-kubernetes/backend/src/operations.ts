import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  getDeployment,
  listAutoscalers,
  listClusters,
  listDeployments,
  listDrift,
  listEvents,
  listPods,
  listServiceDeployments,
} from '@sphera/plugin-kubernetes-common';
import {
  type OperationsService,
  ownershipOf,
} from '@sphera/plugin-operations-node';
import * as answers from './reading/answers';
import { findDeployment, targetIn } from './reading/find';
import type { ReadingParts } from './reading/ReadingParts';

/** Opens the doors of every operation that only reads. */
export function handleReading(
  operations: OperationsService,
  parts: ReadingParts & { userInfo: UserInfoService },
): void {
  operations.handle(listClusters, async () => ({
    items: answers.listClusters(parts),
  }));

  operations.handle(listDeployments, async ({ input }) =>
    answers.listDeployments(parts, input),
  );

  operations.handle(listServiceDeployments, async call =>
    answers.listServices(parts, {
      ...call.input,
      ownedBy: call.input.mine
        ? await ownershipOf(call, parts.userInfo)
        : undefined,
    }),
  );

  operations.handle(
    getDeployment,
    async ({ input }) =>
      answers.getDeployment(parts, findDeployment(parts.memory, input)),
    {
      target: async place =>
        targetIn(parts.memory, place.cluster, () =>
          findDeployment(parts.memory, place),
        ),
    },
  );

  operations.handle(listPods, async ({ input }) =>
    answers.listPods(parts, input),
  );

  operations.handle(listEvents, async ({ input }) =>
    answers.listEvents(parts, input),
  );

  operations.handle(listAutoscalers, async ({ input }) =>
    answers.listAutoscalers(parts, input),
  );

  operations.handle(listDrift, async ({ input }) =>
    answers.listDrift(parts, input),
  );
}
