import type { FactSource, Seen } from '@sphera/plugin-lifecycle-node';
import { inParts, type ServiceEntry } from '@sphera/plugin-operations-node';
import type { ImageRepositories } from '../adapters/images/ImageRepositories';
import { NeighbourError } from '../errors';
import { imagePushed } from './imagePushed';

const FACT = 'image-pushed';
// Pushes are heard of by way of the builds that end in them.
const LOOK_EVERY_MS = 300_000;
const AT_ONCE = 8;

/** Whether images of services were pushed: to the repository that has the name of the service, whoever made it. */
export function imagesSource(
  images: Pick<ImageRepositories, 'newest' | 'urlOf'>,
  onChange: FactSource['onChange'],
): FactSource {
  return {
    id: 'images',
    title: 'Image repositories',
    facts: [{ id: FACT, title: 'An image was pushed' }],
    lookEvery: LOOK_EVERY_MS,
    async look(services, signal) {
      const seen = new Map<string, Seen>();
      for (const some of inParts(services, AT_ONCE)) {
        if (signal.aborted) break;
        const found = await Promise.all(some.map(lookAt));
        some.forEach(({ ref }, index) => seen.set(ref, found[index]));
      }
      return seen;
    },
    onChange,
  };

  async function lookAt({ name }: ServiceEntry): Promise<Seen> {
    try {
      const found = await images.newest(name);
      const fact = imagePushed(name, found);
      const link = { title: 'Images', url: images.urlOf(name) };
      return { facts: { [FACT]: found ? { ...fact, link } : fact } };
    } catch (error) {
      if (error instanceof NeighbourError) return { failed: error.message };
      throw error;
    }
  }
}
