import {
  Autoscaler,
  restartDeployment,
  restoreAutoscalerBounds,
  setAutoscalerBounds,
  settleAutoscalerBounds,
  settleRestart,
  streamLogs,
} from '@sphera/plugin-kubernetes-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { AutoscalerBounds } from './bounds/AutoscalerBounds';
import type { FallBack } from './bounds/FallBack';
import { findAutoscaler, OwnedAutoscaler } from './bounds/findAutoscaler';
import type { LostAnswers } from './bounds/LostAnswers';
import type { FleetMemory } from './fleet/FleetMemory';
import type { Logs } from './logs/Logs';
import { findDeployment, findDeploymentOfPod, targetIn } from './reading/find';
import type { RestartRecords } from './restarts/RestartRecords';
import type { Restarts } from './restarts/Restarts';

/** What the operations work with that act on clusters. */
export interface ActingParts {
  memory: FleetMemory;
  restarts: Restarts;
  records: RestartRecords;
  bounds: AutoscalerBounds;
  fallBack: FallBack;
  lostAnswers: LostAnswers;
  logs: Logs;
  /** An autoscaler as answers have it. */
  answer: (found: OwnedAutoscaler) => Promise<Autoscaler>;
}

/** Opens the doors of the operations that act on clusters. */
export function handleActing(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const { memory, restarts, records, bounds, fallBack, logs } = parts;
  operations.handle(
    restartDeployment,
    async ({ input, actor }) =>
      restarts.start(input, { startedBy: actor.ref, reason: input.reason }),
    {
      target: async input =>
        targetIn(memory, input.cluster, () => findDeployment(memory, input)),
      guardrails: [({ input }) => restarts.check(input)],
    },
  );

  operations.handle(
    setAutoscalerBounds,
    async ({ input, actor }) =>
      parts.answer(await bounds.set(input, actor.ref)),
    {
      target: async input =>
        targetIn(memory, input.cluster, () => findAutoscaler(memory, input)),
      guardrails: [({ input }) => bounds.check(input)],
    },
  );

  operations.handle(streamLogs, async ({ input }) => logs.lastLines(input), {
    target: async input =>
      targetIn(memory, input.cluster, () => findDeploymentOfPod(memory, input)),
    stream: ({ input }) => logs.stream(input),
  });

  operations.handle(
    settleRestart,
    async ({ input: { id, ...outcome } }) => records.settle(id, outcome),
    { target: ({ id }) => records.targetOf(id) },
  );

  operations.handle(
    settleAutoscalerBounds,
    async ({ input: { id } }) => parts.lostAnswers.settle(id),
    { target: ({ id }) => bounds.targetOf(id) },
  );

  operations.handle(
    restoreAutoscalerBounds,
    async ({ input: { id } }) => fallBack.restore(id),
    { target: ({ id }) => bounds.targetOf(id) },
  );
}
