import type { ActingParts } from '../ActingParts';
import { runStep, type StepCall } from '../runStep';

/** Makes a place for images. */
export async function createPlaceForImages(parts: ActingParts, call: StepCall) {
  return runStep(parts, call, 'image-repository', async ({ id, draft }) => {
    const { images } = parts;
    if (!images) {
      return {
        state: 'skipped',
        sentence:
          'No registry is set up: sphera.creation.images of the configuration',
      };
    }
    const { name, owner } = draft;
    const made = await images.create({ service: name, owner, creation: id });
    return {
      state: 'done',
      sentence: made.isOurs
        ? `${images.imageOf(
            name,
          )}: tags cannot be moved, and images are scanned`
        : `${images.imageOf(name)} was there already, and stays as it is`,
      links: [{ title: 'Images', url: images.urlOf(name) }],
      made,
    };
  });
}
