import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { undoAnyCreation, undoCreation } from '@sphera/plugin-creation-common';
import type { ActingParts } from '../acting/ActingParts';
import { creationTarget } from '../creations/creationTarget';
import { toAnswer } from '../creations/toAnswer';
import { undo } from './undo';

/** Opens the doors of the operations that take back. */
export function handleUndoing(parts: ActingParts): void {
  const { operations, store } = parts;
  const find = async (id: string) => {
    const creation = await store.get(id);
    if (!creation) throw new NotFoundError(`There is no creation ${id}`);
    return creation;
  };
  const byId = creationTarget(store);

  operations.handle(
    undoCreation,
    async ({ input: { creation: id, reason }, actor, credentials }) => {
      const { startedBy, draft } = await find(id);
      const may =
        startedBy === actor.ref ||
        (await operations.may(undoAnyCreation, {}, credentials));
      if (!may) {
        throw new NotAllowedError(
          `Only ${startedBy}, who began it, may take the creation of ${draft.name} back, or whoever may do "${undoAnyCreation.title}"`,
        );
      }
      return toAnswer(
        await undo(parts, { id, reason, by: actor.ref, credentials }),
      );
    },
    byId,
  );

  operations.handle(
    undoAnyCreation,
    async ({ input: { creation: id, reason }, actor, credentials }) =>
      toAnswer(await undo(parts, { id, reason, by: actor.ref, credentials })),
    byId,
  );
}
