import {
  abortRollout,
  advanceRollout,
  createFlag,
  killFlag,
  mendDrift,
  pauseRollout,
  restoreFlag,
  resumeRollout,
  retireFlag,
  startRollout,
} from '@sphera/plugin-flags-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { ActingParts } from './ActingParts';
import { carryOut } from './carryOut';
import { create, targetsOfNew } from './create';
import { checkGuardrails } from './guardrail';
import { handleSet } from './handleSet';
import { decideKill } from './kill';
import { decideMend, targetsOfMend } from './mend';
import { decideRestore } from './restore';
import { decideRetire } from './retire';
import { abort } from './rollouts/abort';
import { advance } from './rollouts/advance';
import { pause, resume } from './rollouts/pause';
import { start } from './rollouts/start';
import { createTargets } from './targets';

/** Opens the doors of the operations that act. */
export function handleActing(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const { answers } = parts;
  const targets = createTargets(parts);

  operations.handle(
    createFlag,
    async ({ input, actor }) => create(parts, input, actor.ref),
    { target: async input => targetsOfNew(parts, input) },
  );

  handleSet(operations, parts);

  operations.handle(
    retireFlag,
    async ({ input: { flag, reason }, actor: { ref: by } }) =>
      carryOut(parts, () => decideRetire(parts, flag, { reason, by })),
    { target: targets.ofFlag },
  );

  operations.handle(
    killFlag,
    async ({ input: { flag, reason }, actor: { ref: by } }) =>
      carryOut(parts, () => decideKill(parts, flag, { reason, by })),
    { target: targets.ofFlag },
  );

  operations.handle(
    restoreFlag,
    async ({ input, actor }) =>
      carryOut(parts, () => decideRestore(parts, input, actor.ref)),
    {
      target: targets.ofRestore,
      guardrails: [
        async ({ input, actor }) =>
          checkGuardrails(parts, await decideRestore(parts, input, actor.ref)),
      ],
    },
  );

  operations.handle(
    mendDrift,
    async ({ input, actor }) =>
      carryOut(parts, () => decideMend(parts, input, actor.ref)),
    { target: async input => targetsOfMend(parts, input) },
  );

  operations.handle(
    startRollout,
    async ({ input, actor }) =>
      answers.rollout(await start(parts, input, actor.ref)),
    { target: targets.ofStart },
  );

  for (const [operation, act] of [
    [pauseRollout, pause],
    [resumeRollout, resume],
    [abortRollout, abort],
  ] as const) {
    operations.handle(
      operation,
      async ({ input: { id, reason }, actor: { ref: by } }) =>
        answers.rollout(await act(parts, id, { reason, by })),
      { target: targets.ofRollout },
    );
  }

  operations.handle(
    advanceRollout,
    async ({ input }) => answers.rollout(await advance(parts, input)),
    { target: targets.ofRollout },
  );
}
