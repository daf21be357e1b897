import {
  abortRollout,
  advanceRollout,
  createFlag,
  pauseRollout,
  resumeRollout,
  startRollout,
} from '@sphera/plugin-flags-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { ActingParts } from './ActingParts';
import { create, targetsOfNew } from './create';
import { handleChanges } from './handleChanges';
import { abort } from './rollouts/abort';
import { advance } from './rollouts/advance';
import { pause, resume } from './rollouts/pause';
import { lookForStart, start } from './rollouts/start';
import { targetsOfRollout } from './rollouts/targetsOfRollout';

/** Opens the doors of the operations that act. */
export function handleActing(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const { answers } = parts;

  operations.handle(
    createFlag,
    async ({ input, actor }) => create(parts, input, actor.ref),
    { target: async input => targetsOfNew(parts, input) },
  );

  handleChanges(operations, parts);

  const starting = lookForStart(parts);
  operations.handle(
    startRollout,
    async ({ input, actor }) =>
      answers.rollout(await start(parts, input, actor.ref, starting)),
    { target: async input => starting.targetsOf(input) },
  );

  const target = async ({ id }: { id: string }) => targetsOfRollout(parts, id);
  for (const [operation, act] of [
    [pauseRollout, pause],
    [resumeRollout, resume],
    [abortRollout, abort],
  ] as const) {
    operations.handle(
      operation,
      async ({ input: { id, reason }, actor: { ref: by } }) =>
        answers.rollout(await act(parts, id, { reason, by })),
      { target },
    );
  }

  operations.handle(
    advanceRollout,
    async ({ input }) => answers.rollout(await advance(parts, input)),
    { target },
  );
}
