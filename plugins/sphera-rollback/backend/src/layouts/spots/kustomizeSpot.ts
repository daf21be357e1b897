import { SpotError } from '../../errors';
import type { VersionSpot } from '../Layouts';
import { scalarText, textUnder } from '../yaml/scalarText';
import { listAt, rootOf, type Spot, under } from '../yaml/walking';
import type { ImageFilter } from './imageReference';
import { instead, onlyOne } from './onlyOne';
import { pinned, spotOf } from './spotOf';

/** `newTag` of an entry of `images:` in a `kustomization.yaml`. */
export function kustomizeSpot(
  isWanted: ImageFilter,
  called: string,
): VersionSpot {
  return spotOf(documents => {
    const entries = documents
      .flatMap(rootOf)
      .flatMap(root => listAt(root, 'images'))
      .map(entry => ({ ...entry, names: namesOf(entry) }));
    const entry = onlyOne(
      entries.filter(({ names }) => names.some(isWanted)),
      () =>
        `images has no entry for ${called}${instead(
          entries.flatMap(({ names }) => names.slice(0, 1)),
        )}`,
      places =>
        `images has several entries for ${called}: ${places}; there must be one`,
    );
    if (under(entry, 'digest')) throw pinned(entry.place);
    const tag = under(entry, 'newTag');
    if (!tag) {
      throw new SpotError(
        `${entry.place} has no newTag; it must name the version`,
      );
    }
    const { scalar, text } = scalarText(tag);
    return {
      scalar,
      place: tag.place,
      text,
      version: text,
      with: version => version,
    };
  });
}

/** By what an entry is found, and by what it replaces that. */
function namesOf(entry: Spot): string[] {
  return ['name', 'newName'].flatMap(key => textUnder(entry, key) ?? []);
}
