import type {
  OperationHandler,
  OperationsService,
} from '@sphera/plugin-operations-node';
import { PartlyDoneError } from '@sphera/plugin-operations-node';
import type { Operation } from '@sphera/plugin-operations-common';
import {
  adoptSecret,
  copySecret,
  createSecret,
  deleteSecret,
  finishChange,
  restoreSecret,
  restoreVersion,
  revealSecret,
  undoChange,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import type { ActingParts } from './ActingParts';
import { adopt } from './deeds/adopt';
import { adoptionTarget } from './deeds/adoptionTarget';
import { copy } from './deeds/copy';
import { create } from './deeds/create';
import { deleteRecoverably, restore } from './deeds/deletion';
import { goBack } from './deeds/goBack';
import { finish, undo } from './deeds/halfDone';
import { reveal } from './deeds/reveal';
import { update } from './deeds/update';

/** Opens the doors of the operations that act on secrets. */
export function handleActing(
  operations: OperationsService,
  parts: ActingParts,
): void {
  /** Pages hear of what succeeded by themselves, and so of what was half done. */
  const telling =
    <T extends Operation>(run: OperationHandler<T>): OperationHandler<T> =>
    async call => {
      try {
        return await run(call);
      } catch (error) {
        if (error instanceof PartlyDoneError) {
          await operations.announce(call.target);
        }
        throw error;
      }
    };

  operations.handle(
    createSecret,
    telling(async ({ input, actor }) => create(parts, input, actor.ref)),
  );
  operations.handle(
    updateSecret,
    telling(async ({ input, actor }) => update(parts, input, actor.ref)),
  );
  operations.handle(
    deleteSecret,
    telling(async ({ input, actor }) =>
      deleteRecoverably(parts, input, actor.ref),
    ),
  );
  operations.handle(
    restoreSecret,
    telling(async ({ input, actor }) => restore(parts, input, actor.ref)),
  );
  operations.handle(
    restoreVersion,
    telling(async ({ input, actor }) => goBack(parts, input, actor.ref)),
  );
  operations.handle(
    copySecret,
    telling(async ({ input, actor, credentials }) =>
      copy(parts, input, actor.ref, from =>
        operations.may(
          revealSecret,
          { service: input.service, ...from },
          credentials,
        ),
      ),
    ),
  );
  operations.handle(
    adoptSecret,
    telling(async ({ input, actor, target }) =>
      adopt(parts, input, actor.ref, target),
    ),
    { target: input => adoptionTarget(parts, input) },
  );
  operations.handle(
    finishChange,
    telling(async ({ input }) => finish(parts, input)),
  );
  operations.handle(
    undoChange,
    telling(async ({ input }) => undo(parts, input)),
  );
  operations.handle(revealSecret, async ({ input }) => reveal(parts, input));
}
