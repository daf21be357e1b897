import {
  CREATION_ANNOTATION,
  serviceRefOf,
} from '@sphera/plugin-creation-common';
import { CreationConflictError, NeighbourError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import { runStep, type StepCall } from '../runStep';

const WAIT_MS = 1_000;
const LIMIT_MS = 60_000;

/** Waits until the catalog has the service. */
export async function awaitInCatalog(parts: ActingParts, call: StepCall) {
  return runStep(parts, call, 'catalog', async ({ id, draft }) => {
    const { directory, clock } = parts;
    const ref = serviceRefOf(draft.name);
    const limit = clock.now() + LIMIT_MS;
    let entry = await directory.get(ref, { fresh: true });
    while (!entry && clock.now() < limit) {
      await new Promise<void>(resolve => clock.after(WAIT_MS, resolve));
      entry = await directory.get(ref, { fresh: true });
    }
    if (!entry) {
      throw new NeighbourError(
        `The software catalog does not have ${ref} yet: look whether catalog-info.yaml of its repository is registered and without mistakes, then try again`,
        true,
      );
    }
    if (entry.annotations[CREATION_ANNOTATION] !== id) {
      throw new CreationConflictError(
        `The software catalog has a ${ref} that is not of this creation: its catalog-info.yaml would have the annotation ${CREATION_ANNOTATION} with ${id}`,
        { creation: id },
      );
    }
    return {
      state: 'done',
      sentence: `${ref} is in the software catalog`,
      made: { isOurs: true },
    };
  });
}
