import { ManifestError, ownManifestPath } from '@sphera/plugin-git-node';
import type { KeptCreation } from '../../creations/KeptCreation';
import { type CreationTarget, manifestPath } from '../../creations/targetsOf';
import type { ActingParts } from '../ActingParts';
import { ownRepository } from '../ownRepository';

/** What stands for the tag in the manifests of a repository that nothing was built of yet. */
const TO_BE_SET = 'set-by-the-pipeline';
/** As the pipelines of the templates tag their images. */
const TAG_LENGTH = 12;

/**
 * The manifests of some targets as the published repository has them, with the tag of the image that its first commit
 * becomes: so nothing waits for a pipeline to know its version.
 * @throws ManifestError where the repository lacks one, and as `ownRepository`
 */
export async function publishedManifests(
  parts: ActingParts,
  creation: KeptCreation,
  targets: CreationTarget[],
): Promise<Array<{ path: string; text: string }>> {
  const { name } = creation.draft;
  const { repositories, repository } = await ownRepository(parts, creation);
  const head = repository.head!;
  return Promise.all(
    targets.map(async target => {
      const own = ownManifestPath(target);
      const text = await repositories.read(name, head, own);
      if (text === undefined) {
        throw new ManifestError(
          `The repository ${name} has no ${own}: its template has to write one for each environment and region`,
        );
      }
      return {
        path: manifestPath(parts.settings.manifests!, name, target),
        text: text.replaceAll(`:${TO_BE_SET}`, `:${head.slice(0, TAG_LENGTH)}`),
      };
    }),
  );
}
