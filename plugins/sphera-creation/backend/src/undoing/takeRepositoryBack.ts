import { CREATION_ANNOTATION } from '@sphera/plugin-creation-common';
import { stepOf } from '../creations/steps';
import { CreationConflictError } from '../errors';
import type { TakeBack } from './takeBack';

/** Clocks of GitHub and of the portal may be apart, in milliseconds. */
const LEEWAY = 60_000;

/** Deletes the repository where this creation made it: it says so, or nothing was pushed to it yet. */
export const takeRepositoryBack: TakeBack = async (
  { repositories, settings },
  { creation },
) => {
  if (!repositories) return 'It is not set up here any more';
  const { id, draft, startedAt } = creation;
  const found = await repositories.look(draft.name);
  if (!found) return 'There was none';
  const isEmptyOfOurs = !found.head && found.createdAt >= startedAt - LEEWAY;
  if (found.creation === id || isEmptyOfOurs) {
    await repositories.delete(draft.name);
    return 'Deleted';
  }
  if (!stepOf(creation, 'repository').made) return 'None of this creation';
  throw new CreationConflictError(
    `The repository ${settings.github?.organization}/${draft.name} no longer says that it is of this creation (annotation ${CREATION_ANNOTATION} in catalog-info.yaml): delete it by hand, then go on`,
    { creation: id },
  );
};
