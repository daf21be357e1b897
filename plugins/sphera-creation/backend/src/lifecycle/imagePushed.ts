import type { SeenFact } from '@sphera/plugin-lifecycle-node';
import { listed } from '@sphera/plugin-operations-node';
import { DateTime } from 'luxon';
import type { PushedImage } from '../adapters/images/ImageRepositories';

const SEVERAL = 3;

const no = (sentence: string): SeenFact => ({ holds: false, sentence });

/** Whether an image of a service was pushed, from what its repository holds. */
export function imagePushed(
  service: string,
  found: { image?: PushedImage } | undefined,
): SeenFact {
  if (!found) {
    return no(`There is no image repository of ${service}`);
  }
  const { image } = found;
  if (!image) return no('No image was pushed yet');
  const at = DateTime.fromMillis(image.pushedAt, { zone: 'utc' });
  return {
    holds: true,
    sentence: `${listed(telling(image.tags))}, pushed ${at.toFormat(
      'yyyy-MM-dd HH:mm',
    )} UTC`,
  };
}

/** Tags without `latest`, which says nothing, unless there is no other. */
function telling(tags: readonly string[]): string[] {
  const others = tags.filter(tag => tag !== 'latest');
  return (others.length > 0 ? others : [...tags]).slice(0, SEVERAL);
}
