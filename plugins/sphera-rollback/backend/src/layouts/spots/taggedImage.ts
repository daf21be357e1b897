import { SpotError } from '../../errors';
import { readable, scalarText } from '../yaml/scalarText';
import type { Spot } from '../yaml/walking';
import { type ImageReference, parseImage } from './imageReference';
import { type FoundVersion, pinned } from './spotOf';

/** Text before the image, and the image. */
interface Split {
  before: string;
  image: string;
}

/** A scalar that names an image; `undefined` where it names none, or says nothing. */
export function imageAt(
  spot: Spot,
  split: (text: string) => Split = image => ({ before: '', image }),
): (Spot & Split & { reference: ImageReference }) | undefined {
  const text = readable(spot);
  if (text === undefined) return undefined;
  const parts = split(text);
  const reference = parseImage(parts.image);
  return reference && { ...spot, ...parts, reference };
}

/**
 * The version of an image that a scalar names.
 * @throws SpotError where it has no tag, or a digest
 */
export function versionOfImage(
  found: Spot & Split & { reference: ImageReference },
): FoundVersion {
  const { place, before, reference } = found;
  const { scalar, text } = scalarText(found);
  const { repository, tag, digest } = reference;
  if (digest) throw pinned(place);
  if (!tag) {
    throw new SpotError(
      `${place} has no tag; it must name one, like ${repository}:4.11.7`,
    );
  }
  const withTag = (version: string) => `${before}${repository}:${version}`;
  return { scalar, place, text, version: tag, with: withTag };
}
