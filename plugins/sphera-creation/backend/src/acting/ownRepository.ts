import { CREATION_ANNOTATION } from '@sphera/plugin-creation-common';
import type {
  FoundRepository,
  ServiceRepositories,
} from '../adapters/github/ServiceRepositories';
import type { KeptCreation } from '../creations/KeptCreation';
import { CreationConflictError, NotConfiguredError } from '../errors';
import type { ActingParts } from './ActingParts';

/**
 * The repository that the template has published for a creation.
 * @throws NotConfiguredError; CreationConflictError where there is none, or one of somebody else
 */
export async function ownRepository(
  parts: Pick<ActingParts, 'repositories' | 'settings'>,
  { id, draft: { name } }: KeptCreation,
): Promise<{ repositories: ServiceRepositories; repository: FoundRepository }> {
  const { repositories, settings } = parts;
  if (!repositories || !settings.github) {
    throw new NotConfiguredError(
      'Repositories cannot be created here: name the organization in sphera.creation.github of the configuration',
    );
  }
  const { organization } = settings.github;
  const repository = await repositories.look(name);
  if (!repository) {
    throw new CreationConflictError(
      `There is no repository ${organization}/${name} yet: the template has to publish it first`,
      { creation: id },
    );
  }
  if (repository.creation !== id) {
    throw new CreationConflictError(
      `The repository ${organization}/${name} is not of this creation: its catalog-info.yaml would have the annotation ${CREATION_ANNOTATION} with ${id}`,
      { creation: id },
    );
  }
  return { repositories, repository };
}
